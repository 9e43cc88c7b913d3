"""What an operator sees."""

from collections.abc import Iterable, Sequence
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
NUMBERS = (
    "outbox",
    "oldest",
    "inbox",
    "oldest unapplied",
    "retrying",
    "parked",
    "held",
    "unread calls",
    "lag",
)


def status_table(statuses: Iterable[tuple[Service, StatusAnswer]]) -> Table:
    """Lay out what waits at each service, and how long events take to their effect."""
    table = _table("agency", "service", right=NUMBERS)
    for service, status in statuses:
        lag = status.lag_milliseconds
        table.add_row(
            service.agency,
            service.name,
            str(status.outbox_waiting),
            _age(status.outbox_oldest_seconds),
            str(status.inbox_waiting),
            _age(status.inbox_oldest_seconds),
            str(status.retrying),
            Text(str(status.parked), style="red" if status.parked else ""),
            str(status.held),
            Text(str(status.unread_calls), style="red" if status.unread_calls else ""),
            "" if lag is None else f"{lag} ms",
        )
    return table


def queue_table(queues: Iterable[Depth]) -> Table:
    """Lay out what waits on the broker for each service, and how many hosts take it."""
    table = _table("queue of", right=("waiting", "takers"))
    for each in queues:
        cells = ("no queue", "") if each.waiting is None else (str(each.waiting), str(each.takers))
        table.add_row(each.service, *cells)
    return table


def refused_table(statuses: Iterable[tuple[Service, StatusAnswer]]) -> Table | None:
    """Lay out the keys whose events the broker refuses; None where it takes all."""
    table = _table("refused of", "key", "type", "cause", "since", right=())
    for service, status in statuses:
        for each in status.refused:
            table.add_row(service.name, each.key, each.type, each.cause, local(each.since))
    return table if table.row_count else None


def failing_table(statuses: Iterable[tuple[Service, StatusAnswer]]) -> Table | None:
    """Lay out the events that are tried again; None where there are none."""
    table = _table("failing at", "type", "cause", "next try", right=("number", "attempts"))
    for service, status in statuses:
        for each in status.failing:
            words = (service.name, each.type, each.cause or "", local(each.next_attempt_at))
            table.add_row(*words, str(each.seq), str(each.attempts))
    return table if table.row_count else None


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


def _age(seconds: int | None) -> str:
    return "" if seconds is None else str(timedelta(seconds=seconds))


def _milliseconds(taken: timedelta) -> int:
    return round(taken / timedelta(milliseconds=1))


def _table(*left: str, right: Sequence[str]) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in left:
        table.add_column(heading, overflow="fold")
    for heading in right:
        table.add_column(heading, justify="right")
    return table
