"""The parked events, by cause and one by one."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from shared.authority import Guard
from shared.bus.inbox import OPEN, STOPPED, State, stands
from shared.bus.trust import UNREADABLE
from shared.operations.messages import (
    ParkedCause,
    ParkedDetails,
    ParkedEvent,
    ParkedEvents,
    ParkedPage,
    PastAct,
)
from shared.operations.stored import event_of
from shared.retention import is_act
from shared.service import QueryHandler, query
from shared.tables import answers, inbox
from shared.work import Work

CAUSE = func.coalesce(inbox.c.error, "")
SUMS = (
    func.count().label("count"),
    func.min(inbox.c.seq).label("first_seq"),
    func.min(inbox.c.received_at).label("oldest_received_at"),
)
PARKED = stands(State.PARKED)


def parked_events(may: Guard) -> QueryHandler[ParkedEvents, ParkedPage]:
    """Declare the query for one agency's operators."""

    @query(ParkedEvents, get="/parked", may=may, vi="Các sự kiện bị giữ")
    def act(asked: ParkedEvents, work: Work) -> ParkedPage:
        """Group the parked events by type and cause, the most frequent first."""
        grouped = (
            select(inbox.c.type, CAUSE.label("cause"), *SUMS)
            .where(STOPPED, PARKED)
            .group_by(inbox.c.type, CAUSE)
            .order_by(func.count().desc())
            .limit(asked.limit)
        )
        rows = work.session.execute(grouped).mappings().all()
        held = _held(work.session) if rows else {}
        return ParkedPage(
            items=[ParkedCause(**row, held=held.get((row["type"], row["cause"]), 0)) for row in rows]
        )

    return act


def _held(session: Session) -> dict[tuple[str, str], int]:
    """Count, for each type and cause, the later events that wait behind those parked for it."""
    ahead = select(inbox.c.key, inbox.c.type, CAUSE.label("cause")).where(STOPPED, PARKED).distinct()
    parked, behind = ahead.subquery(), select(inbox.c.key).where(OPEN, stands(State.RECEIVED)).subquery()
    held = select(parked.c.type, parked.c.cause, func.count()).join(behind, behind.c.key == parked.c.key)
    found = session.execute(held.group_by(parked.c.type, parked.c.cause))
    return {(wire_type, cause): count for wire_type, cause, count in found}


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
            envelope=Envelope.decode(body).model_dump(mode="json") if readable and body else None,
            bytes=len(body or b""),
            acts=_acts(work.session, asked.seq),
        )

    return act


def _acts(session: Session, seq: int) -> list[PastAct]:
    """What operators did with an event: the answers that were kept with their acts."""
    of_event = is_act() & (answers.c.answer["seq"].as_integer() == seq)
    kept = select(answers.c.answered_at, answers.c.answer).where(of_event).order_by(answers.c.answered_at)
    return [
        PastAct(at=at, **{name: answer[name] for name in ("by", "outcome", "reason")})
        for at, answer in session.execute(kept)
    ]
