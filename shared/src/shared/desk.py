"""The desk of a service: a call comes in, a reply goes out, and one transaction lies between."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

import structlog
from pydantic import JsonValue, ValidationError
from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from contracts.calls import Call, Problem, Reply
from contracts.errors import InvalidField, Kind, NotFound, Refusal
from contracts.messages import Command, Message
from contracts.reference import agencies
from shared import audit
from shared.authority import Actor, Ask, Guard
from shared.bus import outbox
from shared.clock import Clock, day_of, system_clock
from shared.crash import crash_point
from shared.database import Database
from shared.ids import new_id
from shared.service import CommandHandler, Service
from shared.tables import answers
from shared.together import Together
from shared.tokens import Verifier
from shared.validation import InvalidInput
from shared.work import Cause, Work

S = TypeVar("S")
log = structlog.get_logger()

# Built once: building a statement costs a command more than running it.
KEEP_ANSWER = insert(answers)
STORED = select(answers).where(answers.c.body == bindparam("of_body"), answers.c.key == bindparam("of_key"))


class TooLate(Refusal):
    """Nobody waits for the reply any more, so nothing is done."""

    slug = "too-late"
    kind = Kind.UNAVAILABLE
    vi = "Yêu cầu đến quá muộn và không được thực hiện; hãy gửi lại."
    en = "The request came too late and was not carried out; send it again."


class KeyReused(Refusal):
    """The idempotency key was used with another body."""

    slug = "idempotency-key-reused"
    kind = Kind.CONFLICT
    vi = "Khóa chống gửi lặp {key} đã được dùng cho một yêu cầu khác."
    en = "The idempotency key {key} was used for another request."


@dataclass(frozen=True)
class Desk(Generic[S]):
    """Receives the calls of one service."""

    service: Service[S]
    database: Database
    verifier: Verifier
    clock: Clock = field(default=system_clock)

    @cached_property
    def together(self) -> Together:
        """Where commands that come at the same time are committed together."""
        return Together(self.database)

    def command(self, call: Call) -> Reply:
        """Carry out a command, or return the stored answer of its key."""
        return self._reply(call, self._command)

    def query(self, call: Call) -> Reply:
        """Answer a query."""
        return self._reply(call, self._query)

    def explain(self, call: Call) -> Reply:
        """Say whether the caller may do this, and what each rule says."""
        return self._reply(call, self._explain)

    def _reply(self, call: Call, answer: Callable[[Call], Reply]) -> Reply:
        structlog.contextvars.bind_contextvars(correlation_id=call.correlation_id, call=call.name)
        try:
            self._in_time(call)
            return answer(call)
        except Refusal as refusal:
            log.info("refused", slug=refusal.slug, rule=refusal.rule)
            return Reply(problem=Problem.of(refusal, self._agency()))
        except Exception:
            log.exception("failed")
            return Reply(problem=_failure(call.correlation_id))
        finally:
            structlog.contextvars.clear_contextvars()

    def _in_time(self, call: Call) -> None:
        if call.deadline and self.clock() > call.deadline:
            raise TooLate

    def _command(self, call: Call) -> Reply:
        handler = _named(self.service.command_named, call.name)
        command = _parse(handler.model, call)
        today = self._day_of_act(command)
        actor = self._actor(call, today)
        try:
            handler.may.check(Ask(actor, command, today))
            return self._carry_out(handler, command, call, actor, today)
        except Refusal as refusal:
            self._note_refusal(call, actor, refusal)
            raise

    def _carry_out(
        self,
        handler: CommandHandler[Any, S, Any],
        command: Command,
        call: Call,
        actor: Actor | None,
        today: date,
    ) -> Reply:
        body = actor.body if actor else ""
        key = call.idempotency_key or new_id("key")
        digest = audit.digest_of([call.name, call.payload])

        def act(session: Session) -> Reply:
            if stored := _stored(session, body, key, digest):
                return Reply(answer=stored, replayed=True)
            work = self._work(session, call, actor, today, handler.duties)
            answer = handler(command, work).model_dump(mode="json")
            self._note(session, call, actor, "done")
            row = {"body": body, "key": key, "command": call.name, "digest": digest}
            session.execute(KEEP_ANSWER, {**row, "answer": answer, "answered_at": work.now})
            crash_point("desk.before_commit")
            return Reply(answer=answer)

        crash_point("desk.before_transaction")
        reply = self.together.run(act)
        crash_point("desk.committed")
        return reply

    def _query(self, call: Call) -> Reply:
        handler = _named(self.service.query_named, call.name)
        query = _parse(handler.model, call)
        today = day_of(self.clock())
        as_of = min(query.as_of or today, today)
        actor = None if handler.may.anonymous and not call.token else self._actor(call, as_of)
        handler.may.check(Ask(actor, query, as_of))
        if handler.personal:
            self._note_reading(call, actor)
        with self.database.reading() as session:
            answer = handler(query, self._work(session, call, actor, query.as_of or today, ()))
            return Reply(answer=answer.model_dump(mode="json"))

    def _explain(self, call: Call) -> Reply:
        handlers = {**self.service.command_named, **self.service.query_named}
        handler = _named(handlers, call.name)
        today = day_of(self.clock())
        ask = Ask(self._actor(call, today), handler.model.model_construct(None, **call.payload), today)
        rules: list[JsonValue] = [_verdict(guard, ask) for guard in handler.may.each()]
        return Reply(answer={"allowed": all(_allows(rule) for rule in rules), "rules": rules})

    def _actor(self, call: Call, today: date) -> Actor | None:
        bearer = self.verifier.read(call.token)
        return Actor.on(today, user=bearer.user, agency=bearer.agency, unit=bearer.unit, roles=bearer.roles)

    def _day_of_act(self, command: Command) -> date:
        today = day_of(self.clock())
        if command.occurred_on and command.occurred_on > today:
            raise InvalidField(
                "occurred_on",
                "not-in-the-future",
                "Ngày thực hiện không được ở tương lai",
                "The day of an act cannot be in the future",
            )
        return command.occurred_on or today

    def _work(
        self, session: Session, call: Call, actor: Actor | None, today: date, duties: tuple[str, ...]
    ) -> Work[S]:
        return Work(
            service=self.service.name,
            session=session,
            store=self.service.store(session),
            now=self.clock(),
            today=today,
            cause=Cause(correlation=call.correlation_id, traceparent=call.traceparent),
            acting=actor,
            duties=duties,
            replayable=self.service.replayable(),
            publish=lambda envelope: outbox.write(session, envelope),
        )

    def _note(self, session: Session, call: Call, actor: Actor | None, outcome: str) -> None:
        entry = {
            "user": actor.user if actor else "",
            "body": actor.body if actor else "",
            "act": call.name,
            "outcome": outcome,
            "correlation": call.correlation_id,
            "digest": audit.digest_of(call.payload),
        }
        audit.append(session, self.clock(), entry)

    def _note_reading(self, call: Call, actor: Actor | None) -> None:
        self.together.run(lambda session: self._note(session, call, actor, "read"))

    def _note_refusal(self, call: Call, actor: Actor | None, refusal: Refusal) -> None:
        self.together.run(lambda session: self._note(session, call, actor, refusal.slug))

    def _agency(self) -> str:
        held = agencies().holding(self.service.function, day_of(self.clock()))
        return held[0].code if held else self.service.function


def _named(handlers: dict[str, Any], name: str) -> Any:
    if name not in handlers:
        raise NotFound(what="operation", id=name)
    return handlers[name]


def _parse(model: type[Message], call: Call) -> Any:
    try:
        return model.model_validate(call.payload)
    except ValidationError as error:
        raise InvalidInput.of(error) from error


def _stored(session: Session, body: str, key: str, digest: str) -> dict[str, Any] | None:
    found = session.execute(STORED, {"of_body": body, "of_key": key}).mappings().first()
    if found is None:
        return None
    if found["digest"] != digest:
        raise KeyReused(key=key)
    return dict(found["answer"])


def _allows(verdict: JsonValue) -> bool:
    return isinstance(verdict, dict) and verdict["allowed"] is True


def _verdict(guard: Guard, ask: Ask) -> dict[str, JsonValue]:
    """A guard that reads a field which the question left out cannot say yes."""
    try:
        allowed: bool | None = guard.allows(ask)
    except (AttributeError, LookupError):
        allowed = None
    return {"rule": guard.rule, "allowed": allowed, "message": {"vi": guard.vi, "en": guard.en}}


def _failure(correlation_id: str) -> Problem:
    return Problem(
        slug="internal-error",
        kind=Kind.INTERNAL,
        detail={
            "vi": f"Hệ thống gặp lỗi; mã tra cứu {correlation_id}.",
            "en": f"Something failed here; look it up by {correlation_id}.",
        },
    )
