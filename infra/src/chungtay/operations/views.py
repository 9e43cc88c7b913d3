"""What an operator sees."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from chungtay.operations.client import Service
from chungtay.operations.depths import Depth
from chungtay.operations.effects import Effect, Followed
from chungtay.operations.parked import Group
from contracts.messages import Answer
from shared.bus.inbox import State
from shared.bus.journal import Entry
from shared.clock import VIETNAM
from shared.operations.messages import EventState, ParkedDetails, StatusAnswer

COLOURS = {State.DONE: "green", State.PARKED: "red", State.DISCARDED: "dim"}


@dataclass(frozen=True)
class Standing:
    """What is known of one service: what it says of itself, if it answers, and what waits for it."""

    service: str
    agency: str = ""
    status: StatusAnswer | None = None
    depth: Depth | None = None


@dataclass(frozen=True)
class Column:
    """A column of the table of services; a wide one is left out where there are but 80 characters."""

    heading: str
    cell: Callable[[Standing], str | Text]
    wide: bool = False
    number: bool = True


SECOND, MINUTE, HOUR, DAY = 1, 60, 3600, 86400
MANY_MILLISECONDS = 10_000
UNITS = ((DAY, "d"), (HOUR, "h"), (MINUTE, "min"), (SECOND, "s"))


def status_table(statuses: Iterable[Standing], *, wide: bool = False) -> Table:
    """Lay out what waits for each service and at each; in less than 80 columns unless `wide`."""
    table = Table(box=None, pad_edge=False, collapse_padding=True)
    for column in COLUMNS:
        if wide or not column.wide:
            table.add_column(column.heading, justify="right" if column.number else "left", no_wrap=True)
    for each in statuses:
        table.add_row(*(column.cell(each) for column in COLUMNS if wide or not column.wide))
    return table


def failing_lines(statuses: Iterable[tuple[Service, StatusAnswer]]) -> Iterator[Text]:
    """Say which keys the broker refuses, and which events are tried again, each with its cause."""
    for service, status in statuses:
        for key in status.refused:
            yield Text(
                f"{service.name}: the broker takes no events of {key.key} since {local(key.since)}: "
                f"{key.type} was {key.cause}"
            )
        for event in status.failing:
            yield Text(
                f"{service.name}: number {event.seq}, {event.type}, failed {event.attempts} times, "
                f"next try {local(event.next_attempt_at)}: {event.cause or 'no cause'}"
            )


def groups_table(groups: Iterable[Group]) -> Table:
    """Lay out the causes, each with how to begin with it."""
    table = _table("service", "type", "cause", "oldest", right=("first", "parked", "held"))
    for group in groups:
        cause = group.cause
        table.add_row(
            group.service,
            cause.type,
            cause.cause,
            local(cause.oldest_received_at),
            str(cause.first_seq),
            str(cause.count),
            str(cause.held),
        )
    return table


def details_table(service: Service, event: ParkedDetails) -> Table:
    """Lay out one event of an inbox without what it says."""
    table = Table(box=None, show_header=False, pad_edge=False)
    rows: dict[str, str | Text] = {
        "service": f"{service.name} of {service.agency}",
        "event": event.event_id,
        "type": event.type,
        "key": event.key,
        "state": _state(event.state),
        "attempts": str(event.attempts),
        "cause": event.cause or "",
        "received": local(event.received_at),
        "next attempt": local(event.next_attempt_at) if event.next_attempt_at else "",
        "bytes": str(event.bytes),
    }
    for name, value in rows.items():
        table.add_row(name, value)
    for act in event.acts:
        table.add_row(act.outcome, f"{local(act.at)} by {act.by}: {act.reason}")
    return table


def answer_table(answer: Answer) -> Table:
    """Lay out an answer, one field a line."""
    table = Table(box=None, show_header=False, pad_edge=False)
    for name, value in answer.model_dump(mode="json").items():
        table.add_row(name.replace("_", " "), "" if value is None else str(value))
    return table


def outcomes_table(outcomes: Iterable[EventState]) -> Table:
    """Lay out what an act did with each event."""
    table = _table("event", "state", "outcome", right=("number",))
    for each in outcomes:
        table.add_row(each.event_id, _state(each.state), each.outcome, str(each.seq))
    return table


def line(entry: Entry) -> str:
    """Put an event into one line."""
    event = entry.envelope
    place = f" in {event.unit}" if event.unit else ""
    return f"{entry.offset:>8}  {local(event.time)}  {event.type}  {event.id}  by {event.agency}{place}"


def tree(correlation: str, followed: Sequence[Followed]) -> Tree:
    """Hang each event below the one that caused it, with its effects."""
    top = Tree(f"{correlation}: {len(followed)} events")
    branches: dict[str, Tree] = {}
    for each in followed:
        event = each.entry.envelope
        above = branches.get(event.causationid or "", top)
        branches[event.id] = above.add(Text(line(each.entry).strip()))
        for effect in each.effects:
            branches[event.id].add(effect_text(effect, event.time))
    return top


def effect_text(effect: Effect, since: datetime) -> Text:
    """Say what became of an event at one subscriber, and how long after it was recorded."""
    event = effect.event
    if event is None:
        return Text(f"{effect.service}: not arrived", style="yellow")
    taken = f" after {_milliseconds(event.applied_at - since)} ms" if event.applied_at else ""
    cause = f": {event.cause}" if event.cause else ""
    return Text.assemble(f"{effect.service}: ", _state(event.state), f"{taken}, number {event.seq}{cause}")


def local(instant: datetime) -> str:
    """Put an instant as a clock in Vietnam shows it."""
    return instant.astimezone(VIETNAM).strftime("%Y-%m-%d %H:%M:%S")


def _state(state: str) -> Text:
    return Text(state, style=COLOURS.get(State(state), "yellow"))


def short_age(seconds: int | None) -> str:
    """Put an age in its largest unit of which there are two: `62 s`, `61 min`, `26 h`, `12 d`."""
    if seconds is None:
        return ""
    size, unit = next((each for each in UNITS if seconds >= 2 * each[0]), UNITS[-1])
    return f"{seconds // size} {unit}"


def _oldest(status: StatusAnswer) -> str:
    return short_age(
        max(filter(None, (status.outbox_oldest_seconds, status.inbox_oldest_seconds)), default=None)
    )


def _lag(milliseconds: int | None) -> str:
    if milliseconds is None:
        return ""
    return f"{milliseconds} ms" if milliseconds < MANY_MILLISECONDS else short_age(milliseconds // 1000)


def _red(number: int) -> Text:
    return Text(str(number), style="red" if number else "")


def _column(heading: str, show: Callable[[StatusAnswer], object], *, wide: bool = False) -> "Column":
    def cell(standing: Standing) -> str | Text:
        if standing.status is None:
            return "?"
        shown = show(standing.status)
        return shown if isinstance(shown, Text) else str(shown)

    return Column(heading, cell, wide=wide)


def _milliseconds(taken: timedelta) -> int:
    return round(taken / timedelta(milliseconds=1))


def _table(*left: str, right: Sequence[str]) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in left:
        table.add_column(heading, overflow="fold")
    for heading in right:
        table.add_column(heading, justify="right")
    return table


def _queue(standing: Standing) -> str:
    if standing.depth is None:
        return "?"
    return "none" if standing.depth.waiting is None else str(standing.depth.waiting)


def _takers(standing: Standing) -> str:
    return "?" if standing.depth is None or standing.depth.takers is None else str(standing.depth.takers)


COLUMNS = (
    Column("agency", lambda each: each.agency, wide=True, number=False),
    Column("service", lambda each: each.service, number=False),
    Column("queue", _queue),
    Column("takers", _takers, wide=True),
    _column("inbox", lambda status: status.inbox_waiting),
    _column("outbox", lambda status: status.outbox_waiting),
    _column("oldest", _oldest),
    _column("oldest out", lambda status: short_age(status.outbox_oldest_seconds), wide=True),
    _column("oldest in", lambda status: short_age(status.inbox_oldest_seconds), wide=True),
    _column("retry", lambda status: status.retrying),
    _column("parked", lambda status: _red(status.parked)),
    _column("held", lambda status: status.held),
    _column("unread", lambda status: _red(status.unread_calls)),
    _column("lag", lambda status: _lag(status.lag_milliseconds)),
    _column("applied", lambda status: status.applied, wide=True),
    _column("audit", lambda status: status.audit_entries, wide=True),
)
