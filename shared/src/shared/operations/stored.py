"""Reading and moving one event of the inbox."""

from typing import Any

from sqlalchemy import RowMapping, select, update
from sqlalchemy.orm import Session

from contracts.errors import NotFound, WrongStep
from contracts.names import Name
from shared.bus.inbox import State
from shared.operations.messages import STATE_NAMES, ActOutcome, EventState, InboxEvent, Reasoned
from shared.tables import inbox
from shared.work import Work

EVENT = Name("sự kiện", "event")
STEPS = {
    "retry": Name("thử lại", "retry"),
    "discard": Name("bỏ", "discard"),
    "replay": Name("áp dụng lại", "replay"),
}
COLUMNS = (
    *(inbox.c.seq, inbox.c.event_id, inbox.c.source, inbox.c.type, inbox.c.key, inbox.c.state),
    *(inbox.c.attempts, inbox.c.error.label("cause")),
    *(inbox.c.received_at, inbox.c.applied_at, inbox.c.next_attempt_at),
)


def event_of(session: Session, seq: int) -> InboxEvent:
    """Return one event of the inbox. Raises NotFound."""
    found = session.execute(select(*COLUMNS).where(inbox.c.seq == seq)).mappings().first()
    if found is None:
        raise NotFound(what=EVENT, id=seq)
    return shown(found)


def parked_of(session: Session, seq: int, step: str) -> InboxEvent:
    """Return one event that is parked or waits for its next attempt. Raises NotFound, WrongStep."""
    event = event_of(session, seq)
    if event.state not in {State.PARKED, State.RETRY}:
        raise wrong_step(event, step)
    return event


def wrong_step(event: InboxEvent, step: str) -> WrongStep:
    """Return the refusal of an operator's step with an event that stands elsewhere."""
    return WrongStep(
        rule=f"inbox-event:{step}",
        what=EVENT,
        subject=event.seq,
        state=STATE_NAMES.codes[event.state],
        step=STEPS[step],
    )


def shown(row: RowMapping) -> InboxEvent:
    """Turn a row of COLUMNS into what an operator sees."""
    return InboxEvent(**row)


def move(
    work: Work, asked: Reasoned, event: InboxEvent, state: State, outcome: ActOutcome, **values: Any
) -> EventState:
    """Give an event another state and say so."""
    work.session.execute(update(inbox).where(inbox.c.seq == event.seq).values(state=state, **values))
    return said(work, asked, event, state, outcome)


def said(work: Work, asked: Reasoned, event: InboxEvent, state: State, outcome: ActOutcome) -> EventState:
    """Say where an event stands after an act, who acted and why."""
    return EventState(
        seq=event.seq,
        event_id=event.event_id,
        state=state,
        outcome=outcome,
        by=work.actor.user,
        reason=asked.reason,
    )
