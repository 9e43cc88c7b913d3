"""Parked events: the causes at each service, and acting on one event or on all with its cause."""

from collections.abc import Iterator
from dataclasses import dataclass

from chungtay.operations.client import Operator, Service
from shared.operations.messages import InboxEvent, InboxPage, ParkedCause, ParkedDetails, ParkedPage

LIMIT = 500


@dataclass(frozen=True)
class Group:
    """Events that are parked at one service for one cause."""

    service: str
    agency: str
    cause: ParkedCause


def groups(operator: Operator, service: Service) -> list[Group]:
    """Return the causes at one service, the most frequent first. Raises Unanswered."""
    page = operator.ask(service, "/parked", ParkedPage, limit=LIMIT)
    return [Group(service.name, service.agency, cause) for cause in page.items]


def details(operator: Operator, service: Service, seq: int) -> ParkedDetails:
    """Return one event of an inbox, whole. Raises Unanswered."""
    return operator.ask(service, f"/parked/{seq}", ParkedDetails)


def alike(operator: Operator, service: Service, seq: int) -> list[int]:
    """Return the numbers of all parked events with the type and the cause of one. Raises Unanswered."""
    one = details(operator, service, seq)
    every = _parked(operator, service)
    return [each.seq for each in every if (each.type, each.cause) == (one.type, one.cause)]


def _parked(operator: Operator, service: Service) -> Iterator[InboxEvent]:
    more: dict[str, str] = {}
    while True:
        page = operator.ask(service, "/inbox", InboxPage, state="parked", limit=LIMIT, **more)
        yield from page.items
        if page.next_cursor is None:
            return
        more = {"cursor": page.next_cursor}
