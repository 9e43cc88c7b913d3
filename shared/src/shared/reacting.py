"""How an event that arrived is applied: each reaction that listens to it, in one unit of work."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from shared.bus import outbox
from shared.service import Reaction, Service
from shared.work import Cause, Work


def reactions_to(service: Service[Any], wire_type: str) -> Sequence[Reaction[Any]]:
    """The reactions of a service that listen to a type."""
    return [each for each in service.reactions if each.wire_type in {wire_type, "#"}]


def apply(service: Service[Any], session: Session, envelope: Envelope, now: datetime) -> None:
    """Run every reaction that listens to the event. Whatever they raise goes to the caller."""
    work: Work[Any] = Work(
        service=service.name,
        session=session,
        store=service.store(session),
        now=now,
        today=envelope.occurredon,
        cause=Cause(envelope.correlationid, envelope.id, envelope.traceparent),
        acting=None,
        envelope=envelope,
        publish=lambda event: outbox.write(session, event),
    )
    for reaction in reactions_to(service, envelope.type):
        reaction(envelope, work)
    session.flush()
