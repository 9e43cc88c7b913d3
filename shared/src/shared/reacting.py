"""How an event that arrived is applied: each reaction that listens to it, in one unit of work."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from shared.service import Reaction, Service
from shared.unit_of_work import Occasion, unit_of_work


def reactions_to(service: Service, wire_type: str) -> Sequence[Reaction]:
    """The reactions of a service that listen to a type."""
    return [each for each in service.reactions if each.wire_type in {wire_type, "#"}]


def apply(service: Service, session: Session, envelope: Envelope, now: datetime) -> None:
    """Run every reaction that listens to the event. Whatever they raise goes to the caller."""
    work = unit_of_work(service, session, now, Occasion.event(envelope))
    for reaction in reactions_to(service, envelope.type):
        reaction(envelope, work)
    session.flush()
