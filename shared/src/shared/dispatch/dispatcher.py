"""The dispatcher of a service: a call comes in, a reply goes out, and one transaction lies between."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import structlog
from sqlalchemy.orm import Session

from contracts.calls import Call, Problem, Reply
from contracts.errors import Kind, Refusal
from shared.authority import Actor, Ask
from shared.clock import Clock, day_of, system_clock
from shared.crash import crash_point
from shared.database import Database
from shared.dispatch.acting import actor_of, asker_of
from shared.dispatch.auditing import note, noted
from shared.dispatch.busy import DatabaseBusy
from shared.dispatch.cleaning import cleaned, with_clean_payload
from shared.dispatch.explaining import explanation
from shared.dispatch.in_time import TimeLimit, day_of_act
from shared.dispatch.once import Key
from shared.dispatch.parsing import handler_of, parsed, parsed_in_part
from shared.dispatch.places import OpenReading, Places
from shared.group_commit import GroupCommit
from shared.repeating import may_pass
from shared.service import CommandHandler, QueryHandler, Service
from shared.standing import EvenWhenRestored, Standing
from shared.tokens import Verifier
from shared.unit_of_work import Occasion, owner_of, unit_of_work

log = structlog.get_logger()
FOR_EVER = TimeLimit()


@dataclass(frozen=True)
class Dispatcher:
    """Receives the calls of one service.

    `reading` opens the database for a query where a host has a better way than the database's own.
    """

    service: Service
    database: Database
    verifier: Verifier
    clock: Clock = field(default=system_clock)
    stopwatch: Callable[[], float] = field(default=time.monotonic)
    standing: Standing = field(default_factory=Standing)
    places: Places = field(default_factory=Places)
    reading: OpenReading | None = None

    @cached_property
    def group_commit(self) -> GroupCommit:
        """Where commands that come at the same time are committed together."""
        return GroupCommit(self.database)

    def command(self, call: Call, arrived: float | None = None) -> Reply:
        """Carry out a command, or return the stored answer of its key; it `arrived` by the stopwatch."""
        limit = TimeLimit.of(call, arrived, self.stopwatch)
        return self._reply(call, limit, lambda: self.carry_out(call, limit))

    def query(self, call: Call, arrived: float | None = None) -> Reply:
        """Answer a query."""
        limit = TimeLimit.of(call, arrived, self.stopwatch)
        return self._reply(call, limit, lambda: self.answer(call, limit))

    def explain(self, call: Call, arrived: float | None = None) -> Reply:
        """Say whether the caller may do this, and what each rule says."""
        return self._reply(call, TimeLimit.of(call, arrived, self.stopwatch), lambda: self._explain(call))

    @noted
    def carry_out(self, call: Call, limit: TimeLimit = FOR_EVER) -> Reply:
        """Carry out a command, or return the stored answer of its key; raise what refuses it."""
        handler = handler_of(self.service.command_named, call)
        call = with_clean_payload(call)
        command = parsed(handler.model, call.payload)
        if not isinstance(command, EvenWhenRestored):
            self.standing.require()
        today = day_of_act(command, self.clock())
        actor = actor_of(call, self.verifier, today, self.today)
        handler.may.check(Ask(actor, command, today))
        occasion = Occasion.call(call, today, actor, handler.duties)
        return self._once(handler, command, call, occasion, limit)

    @noted
    def answer(self, call: Call, limit: TimeLimit = FOR_EVER) -> Reply:
        """Answer a query; raise what refuses it."""
        handler = handler_of(self.service.query_named, call)
        call = with_clean_payload(call)
        query = parsed(handler.model, call.payload)
        today = day_of(self.clock())
        as_of = min(query.as_of or today, today)
        anonymous = handler.may.anonymous and not call.token
        by, on = (None, as_of) if anonymous else self._asker(handler, call, as_of)
        handler.may.check(Ask(by, query, on))
        with self.places.one(limit):
            if handler.personal:
                self.note(call, by, "read")
            return self._read(handler, query, Occasion.call(call, query.as_of or today, by))

    def _read(self, handler: QueryHandler[Any, Any], query: Any, occasion: Occasion) -> Reply:
        with (self.reading or self.database.reading)() as session:
            answer = handler(query, unit_of_work(self.service, session, self.clock(), occasion))
            return Reply(answer=answer.model_dump(mode="json"))

    def _once(
        self,
        handler: CommandHandler[Any, Any],
        command: Any,
        call: Call,
        occasion: Occasion,
        limit: TimeLimit,
    ) -> Reply:
        key = Key.of(call, occasion.acting)

        def act(session: Session) -> Reply:
            if (kept := key.answer(session, self.database)) is not None:
                note(session, self.clock(), call, occasion.acting, "replayed")
                return Reply(answer=kept, replayed=True)
            limit.require()  # at each try: what came before may have taken long
            work = unit_of_work(self.service, session, self.clock(), occasion)
            answer = handler(command, work).model_dump(mode="json")
            session.flush()
            note(session, work.now, call, occasion.acting, "done")
            key.keep(session, answer, work.now)
            crash_point("dispatcher.before_commit")
            return Reply(answer=answer)

        crash_point("dispatcher.before_transaction")
        reply = self.group_commit.run(act)
        crash_point("dispatcher.committed")
        return reply

    @noted
    def _explain(self, call: Call) -> Reply:
        handlers: dict[str, CommandHandler[Any, Any] | QueryHandler[Any, Any]]
        handlers = {**self.service.command_named, **self.service.query_named}
        handler = handler_of(handlers, call)
        today = day_of(self.clock())
        actor = actor_of(call, self.verifier, today, today)
        ask = Ask(actor, parsed_in_part(handler.model, cleaned(call.payload)), today)
        return Reply(answer=explanation(handler.may, ask))

    def _reply(self, call: Call, limit: TimeLimit, answer: Callable[[], Reply]) -> Reply:
        structlog.contextvars.bind_contextvars(correlation_id=call.correlation_id, call=call.name)
        try:
            limit.require()
            return answer()
        except Refusal as refusal:
            return self._refused(refusal)
        except Exception as error:
            if may_pass(error):
                log.warning("not carried out", cause=type(error).__name__)
                return self._refused(DatabaseBusy())
            log.exception("failed")
            return Reply(problem=_failure(call.correlation_id))
        finally:
            structlog.contextvars.clear_contextvars()

    def _refused(self, refusal: Refusal) -> Reply:
        log.info("refused", slug=refusal.slug, rule=refusal.rule)
        return Reply(problem=Problem.of(refusal, owner_of(self.service.function, self.today)))

    @property
    def today(self) -> date:
        """The present day in Vietnam."""
        return day_of(self.clock())

    def note(self, call: Call, actor: Actor | None, outcome: str, reason: str = "") -> None:
        """Write an entry of the audit in a transaction of its own."""
        self.group_commit.run(lambda session: note(session, self.clock(), call, actor, outcome, reason))

    def _asker(self, handler: QueryHandler[Any, Any], call: Call, as_of: date) -> tuple[Actor, date]:
        if handler.personal:
            return asker_of(call, self.verifier, as_of, self.today)
        return actor_of(call, self.verifier, as_of, self.today), as_of


def _failure(correlation_id: str) -> Problem:
    return Problem(
        slug="internal-error",
        kind=Kind.INTERNAL,
        detail={
            "vi": f"Hệ thống gặp lỗi; mã tra cứu {correlation_id}.",
            "en": f"Something failed here; look it up by {correlation_id}.",
        },
    )
