"""The parked events, by cause and one by one."""

from sqlalchemy import RowMapping, func, select
from sqlalchemy.orm import Session, aliased

from contracts.envelope import Envelope
from shared.authority import Guard
from shared.bus.inbox import State
from shared.bus.trust import UNREADABLE
from shared.operations.messages import (
    DiscardParked,
    ParkedCause,
    ParkedDetails,
    ParkedEvent,
    ParkedEvents,
    ParkedPage,
    PastAct,
    ReplayEvent,
    RetryParked,
)
from shared.operations.stored import event_of
from shared.service import QueryHandler, query
from shared.tables import answers, inbox
from shared.work import Work

CAUSE = func.coalesce(inbox.c.error, "")
SUMS = (
    func.count().label("count"),
    func.min(inbox.c.seq).label("first_seq"),
    func.min(inbox.c.received_at).label("oldest_received_at"),
)
ACTS = tuple(each.wire_name() for each in (RetryParked, DiscardParked, ReplayEvent))


def parked_events(may: Guard) -> QueryHandler[ParkedEvents, ParkedPage]:
    """Declare the query for one agency's operators."""

    @query(ParkedEvents, get="/parked", may=may, vi="Các sự kiện bị giữ")
    def act(asked: ParkedEvents, work: Work) -> ParkedPage:
        """Group the parked events by type and cause, the most frequent first."""
        grouped = (
            select(inbox.c.type, CAUSE.label("cause"), *SUMS)
            .where(inbox.c.state == State.PARKED)
            .group_by(inbox.c.type, CAUSE)
            .order_by(func.count().desc())
            .limit(asked.limit)
        )
        rows = work.session.execute(grouped).mappings().all()
        return ParkedPage(items=[ParkedCause(**row, held=_held(work.session, row)) for row in rows])

    return act


def _held(session: Session, group: RowMapping) -> int:
    """Count the later events that wait behind those of one group."""
    alike = (inbox.c.type == group["type"]) & (group["cause"] == CAUSE) & (inbox.c.state == State.PARKED)
    behind = aliased(inbox)
    held = select(func.count()).select_from(behind)
    held = held.where(behind.c.state == State.RECEIVED, behind.c.key.in_(select(inbox.c.key).where(alike)))
    return session.scalar(held) or 0


def parked_event(may: Guard) -> QueryHandler[ParkedEvent, ParkedDetails]:
    """Declare the query for one agency's operators."""

    @query(ParkedEvent, get="/parked/{seq}", may=may, vi="Một sự kiện bị giữ")
    def act(asked: ParkedEvent, work: Work) -> ParkedDetails:
        """Show one event of the inbox, whole, with what operators did with it. Raises NotFound."""
        event = event_of(work.session, asked.seq)
        body = work.session.execute(select(inbox.c.envelope).where(inbox.c.seq == asked.seq)).scalar_one()
        readable = event.source != UNREADABLE
        return ParkedDetails(
            **event.model_dump(),
            envelope=Envelope.decode(body).model_dump(mode="json") if readable else None,
            bytes=len(body),
            acts=_acts(work.session, asked.seq),
        )

    return act


def _acts(session: Session, seq: int) -> list[PastAct]:
    """What operators did with an event: the answers that were kept with their acts."""
    of_event = answers.c.command.in_(ACTS) & (answers.c.answer["seq"].as_integer() == seq)
    kept = select(answers.c.answered_at, answers.c.answer).where(of_event).order_by(answers.c.answered_at)
    return [
        PastAct(at=at, **{name: answer[name] for name in ("by", "outcome", "reason")})
        for at, answer in session.execute(kept)
    ]
