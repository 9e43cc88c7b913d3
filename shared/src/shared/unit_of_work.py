"""The one way to make a `Work`, for the dispatcher, reactions, timers and tests."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from sqlalchemy.orm import Session

from contracts.calls import Call
from contracts.envelope import Envelope
from contracts.reference import agencies
from shared import steps
from shared.authority import Actor
from shared.bus import outbox
from shared.ids import new_id
from shared.service import Service
from shared.work import Cause, Trigger, Work


@dataclass(frozen=True)
class Occasion:
    """What makes a service work: a call with its actor, an event that arrived, or a timer's tick."""

    today: date
    cause: Cause
    trigger: Trigger
    acting: Actor | None = None
    duties: tuple[str, ...] = ()
    envelope: Envelope | None = None

    @classmethod
    def call(cls, call: Call, today: date, actor: Actor | None, duties: tuple[str, ...] = ()) -> "Occasion":
        """A caller wants something on a day."""
        cause = Cause(correlation=call.correlation_id, traceparent=call.traceparent)
        return cls(today, cause, "call", actor, duties)

    @classmethod
    def event(cls, envelope: Envelope) -> "Occasion":
        """An event of another service arrived; it is applied as of its own day."""
        cause = Cause(envelope.correlationid, envelope.id, envelope.traceparent)
        return cls(envelope.occurredon, cause, "event", envelope=envelope)

    @classmethod
    def timer(cls, today: date) -> "Occasion":
        """A period has begun."""
        return cls(today, Cause(new_id("cor")), "timer")


def unit_of_work(service: Service, session: Session, now: datetime, occasion: Occasion) -> Work:
    """Make the unit of work of one occasion in a session; its steps are written down with it."""
    work = Work(
        service=service.name,
        session=session,
        now=now,
        today=occasion.today,
        cause=occasion.cause,
        acting=occasion.acting,
        trigger=occasion.trigger,
        owner=owner_of(service.function, occasion.today),
        duties=occasion.duties,
        envelope=occasion.envelope,
        publish=lambda envelope: outbox.write(session, envelope),
    )
    session.info["work"] = work
    session.info.pop(steps.TOUCHED, None)  # a session may serve several acts, one after another
    return work


@cache
def owner_of(function: str, on: date) -> str:
    """Return the code of the agency that holds a service's function on a day, or the function itself."""
    held = agencies().holding(function, on)
    return held[0].code if held else function
