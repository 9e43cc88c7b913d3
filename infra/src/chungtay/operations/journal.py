"""Finding events in the journal on the bus."""

import re
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from fnmatch import fnmatchcase
from uuid import UUID

from pika.exceptions import AMQPError

from chungtay.problems import Problem
from shared.bus import journal
from shared.bus.journal import Entry, Place
from shared.clock import VIETNAM

Entries = Generator[Entry, None, None]
SKEW = timedelta(minutes=5)
OUR_ID = re.compile(r"[a-z]+_([0-9a-f]{32})")
UUID7 = 7
FURTHER = 10
EVERY_TYPE = "*"


def entries(amqp_url: str, start: Place, *, last: int | None = None, follow: bool = False) -> Entries:
    """Give the journal's events from a place on, up to an offset or its end. Raises Problem."""
    found = journal.read(amqp_url, start=start, last=last, follow=follow)
    with readable(), closing(found):
        yield from found


@contextmanager
def readable() -> Iterator[None]:
    """Turn what the broker says into a Problem."""
    try:
        yield
    except AMQPError as error:
        message = f"the journal cannot be read from the broker ({type(error).__name__})"
        raise Problem(message) from error


def tail(amqp_url: str, count: int, pattern: str = EVERY_TYPE) -> list[Entry]:
    """Return the newest events whose type is like a pattern, oldest first."""
    with readable():
        last = journal.end(amqp_url)
    return _tail_up_to(amqp_url, last, count, pattern)


def _tail_up_to(amqp_url: str, last: int, count: int, pattern: str) -> list[Entry]:
    """Look further and further back, until enough is found or the journal begins."""
    span = count
    while True:
        start = max(0, last - span + 1)
        found = deque(_matching(entries(amqp_url, start, last=last), pattern), maxlen=count)
        if len(found) == count or start == 0:
            return list(found)
        span *= FURTHER


def follow(amqp_url: str, start: Place, pattern: str = EVERY_TYPE) -> Iterator[Entry]:
    """Give the events from a place on, and wait for those to come."""
    return _matching(entries(amqp_url, start, follow=True), pattern)


def caused_by(amqp_url: str, correlation: str) -> list[Entry]:
    """Return the events that one front-end call led to, in the order of the journal."""
    every = entries(amqp_url, place_of(correlation))
    return [each for each in every if each.envelope.correlationid == correlation]


def find(amqp_url: str, event_id: str) -> Entry:
    """Return one event. Raises Problem."""
    with closing(entries(amqp_url, place_of(event_id))) as every:
        for each in every:
            if each.envelope.id == event_id:
                return each
    message = f"there is no event {event_id} in the journal"
    raise Problem(message)


def place_of(identifier: str) -> Place:
    """Return where to begin: an id of ours is a uuid7, which tells when it was made."""
    found = OUR_ID.fullmatch(identifier)
    if found is None or UUID(found[1]).version != UUID7:
        return "first"
    return datetime.fromtimestamp(int(found[1][:12], 16) / 1000, UTC) - SKEW


def instant(day: datetime) -> str:
    """Return a day or an instant as Vietnam's clocks have it."""
    return day.replace(tzinfo=day.tzinfo or VIETNAM).isoformat()


def _matching(every: Iterator[Entry], pattern: str) -> Iterator[Entry]:
    return (each for each in every if fnmatchcase(each.envelope.type, pattern))
