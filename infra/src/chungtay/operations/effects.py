"""Where events have been applied: the journal says what happened, each inbox says what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from chungtay.operations.client import Operator, Service, Unanswered, from_each
from chungtay.problems import Problem
from shared.bus.journal import Entry
from shared.operations.messages import InboxEvent, InboxPage

AT_ONCE = 100  # what one question to an inbox may name
LIMIT = 500


@dataclass(frozen=True)
class Effect:
    """What became of an event at one subscriber; `event` is None while it has not arrived."""

    service: str
    event: InboxEvent | None


@dataclass(frozen=True)
class Followed:
    """An event of the journal with its effects at those subscribers that answered."""

    entry: Entry
    effects: list[Effect]


def follow_up(operator: Operator, entries: Sequence[Entry]) -> tuple[list[Followed], list[Unanswered]]:
    """Ask every subscriber what became of these events. Raises Unanswered where the gateway is away."""
    heard, silent = from_each(operator.services(), lambda service: _inbox(operator, service, entries))
    followed = [
        Followed(
            entry,
            [
                Effect(service.name, inbox.get(entry.envelope.id))
                for service, inbox in heard
                if service.hears(entry.envelope.type)
            ],
        )
        for entry in entries
    ]
    return followed, silent


def received(operator: Operator, service: Service, event_id: str) -> InboxEvent:
    """Return an event as it stands in a service's inbox. Raises Unanswered, and Problem if it never came."""
    for event in operator.ask(service, "/inbox", InboxPage, event_id=event_id).items:
        return event
    message = f"{service.name} has not received {event_id}"
    raise Problem(message)


def _inbox(operator: Operator, service: Service, entries: Sequence[Entry]) -> dict[str, InboxEvent]:
    due = iter([each.envelope for each in entries if service.hears(each.envelope.type)])
    found: dict[str, InboxEvent] = {}
    while some := list(islice(due, AT_ONCE)):
        ids, sources = [each.id for each in some], sorted({each.source for each in some})
        page = operator.ask(service, "/inbox", InboxPage, event_id=ids, source=sources, limit=LIMIT)
        found.update({each.event_id: each for each in page.items})
    return found
