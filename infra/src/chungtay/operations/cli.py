"""`chungtay events` and `chungtay parked`."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from chungtay import up
from chungtay.home import Home
from chungtay.operations import journal, parked, views
from chungtay.operations.client import Operator, Service, from_each, operator_at
from chungtay.operations.effects import follow_up, received
from chungtay.problems import Problem
from chungtay.terminal import DEFAULT_VAR, AsJson, Url, VarDir, complain, console, plainly, print_json
from contracts.messages import Answer
from shared.bus.journal import Entry
from shared.operations.journal_messages import JournalStanding
from shared.operations.messages import EventState

events = typer.Typer(
    add_completion=False, no_args_is_help=True, help="Read the journal of all events, and apply events again."
)
parked_app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="Events that were set aside after failing; later ones of their key wait.",
)

ServiceName = Annotated[str, typer.Argument(help="Name of the service, e.g. funds.")]
EventId = Annotated[str, typer.Argument(help="Id of the event, e.g. evt_0190f3c2…")]
Seq = Annotated[int, typer.Argument(help="Number of the event in the service's inbox.")]
Seqs = Annotated[list[int], typer.Argument(help="Numbers of the events in the service's inbox.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; it is kept with the act and audited.")]
Alike = Annotated[bool, typer.Option("--alike", help="And every parked event with the same type and cause.")]
Since = Annotated[
    datetime | None,
    typer.Option("--since", formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M"], help="From then on, in Vietnam's time."),
]
Pattern = Annotated[str, typer.Option("--type", help="Only types like this, e.g. 'funds.*'.")]
T = TypeVar("T")


@events.command("tail")
def command_tail(
    count: Annotated[int, typer.Option("--count", "-n", min=1, help="How many of the newest.")] = 20,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Wait for more; Ctrl-C ends.")] = False,
    pattern: Pattern = journal.EVERY_TYPE,
    as_json: AsJson = False,
    var_dir: VarDir = DEFAULT_VAR,
) -> None:
    """Show the newest events of all services, one a line. With --json each line is one JSON object."""
    with plainly():
        broker = broker_of(var_dir)
        newest = journal.tail(broker, count, pattern)
        _print_entries(newest, as_json=as_json)
        if follow:
            start = newest[-1].offset + 1 if newest else "next"
            try:
                _print_entries(journal.follow(broker, start, pattern), as_json=as_json)
            except KeyboardInterrupt:
                return


@events.command("show")
def command_show_event(
    event_id: EventId, as_json: AsJson = False, var_dir: VarDir = DEFAULT_VAR, url: Url = None
) -> None:
    """Show one event of the journal, and what became of it at each subscriber."""
    with plainly(), operator(var_dir, url) as asking:
        entry = journal.find(broker_of(var_dir), event_id)
        [followed], silent = follow_up(asking, [entry])
        if as_json:
            print_json(followed)
        else:
            print_json(entry.envelope)
            for effect in followed.effects:
                console.print(views.effect_text(effect, entry.envelope.time))
        _end(silent)


@events.command("trace")
def command_trace(
    correlation: Annotated[str, typer.Argument(help="The X-Correlation-Id of a front-end call.")],
    as_json: AsJson = False,
    var_dir: VarDir = DEFAULT_VAR,
    url: Url = None,
) -> None:
    """Show every event that one call led to, which caused which, and what became of each."""
    with plainly(), operator(var_dir, url) as asking:
        entries = journal.caused_by(broker_of(var_dir), correlation)
        followed, silent = follow_up(asking, entries)
        if as_json:
            print_json(followed)
        else:
            console.print(views.tree(correlation, followed), soft_wrap=True)
        _end(silent)


@events.command("replay")
def command_replay(
    service: ServiceName,
    event_ids: Annotated[list[str], typer.Argument(help="Ids of the events.")],
    reason: Reason,
    as_json: AsJson = False,
    var_dir: VarDir = DEFAULT_VAR,
    url: Url = None,
) -> None:
    """Apply events again at one service, where its reactions may be repeated; else they are done already."""
    with plainly(), operator(var_dir, url) as asking:
        owner = asking.service(service)

        def replay(event_id: str) -> EventState:
            seq = received(asking, owner, event_id).seq
            return asking.act(owner, f"/events/{seq}/replay", EventState, reason=reason)

        _act_on_each(event_ids, replay, as_json=as_json)


@events.command("refill")
def command_refill(
    service: ServiceName,
    reason: Reason,
    since: Since = None,
    as_json: AsJson = False,
    var_dir: VarDir = DEFAULT_VAR,
    url: Url = None,
) -> None:
    """Let a service read the journal again and store what its inbox lacks; nothing is applied twice."""
    body = {"reason": reason} | ({"since": journal.instant(since)} if since else {})
    with plainly(), operator(var_dir, url) as asking:
        owner = asking.service(service)
        _print(asking.act(owner, "/journal/refill", JournalStanding, **body), as_json=as_json)


@events.command("accept-loss")
def command_accept_loss(
    service: ServiceName,
    reason: Reason,
    as_json: AsJson = False,
    var_dir: VarDir = DEFAULT_VAR,
    url: Url = None,
) -> None:
    """Let a service go on though the journal no longer holds what it may have missed."""
    with plainly(), operator(var_dir, url) as asking:
        owner = asking.service(service)
        _print(asking.act(owner, "/journal/accept", JournalStanding, reason=reason), as_json=as_json)


@parked_app.command("list")
def command_list(
    services: Annotated[list[str] | None, typer.Argument(help="Services to ask; all by default.")] = None,
    as_json: AsJson = False,
    var_dir: VarDir = DEFAULT_VAR,
    url: Url = None,
) -> None:
    """Show for what causes events are parked at each service, how many, and how many wait behind them."""
    with plainly(), operator(var_dir, url) as asking:
        wanted = [asking.service(name) for name in services] if services else asking.services()
        heard, silent = from_each(wanted, lambda service: parked.groups(asking, service))
        found = list(chain.from_iterable(groups for _, groups in heard))
        if as_json:
            print_json(found)
        elif found:
            console.print(views.groups_table(found))
        else:
            console.print("nothing is parked")
        _end(silent)


@parked_app.command("show")
def command_show_parked(
    service: ServiceName, seq: Seq, as_json: AsJson = False, var_dir: VarDir = DEFAULT_VAR, url: Url = None
) -> None:
    """Show one event of a service's inbox: where it stands, why, what it says, what operators did."""
    with plainly(), operator(var_dir, url) as asking:
        owner = asking.service(service)
        event = parked.details(asking, owner, seq)
        if as_json:
            print_json(event)
            return
        console.print(views.details_table(owner, event))
        if event.envelope:
            print_json(event.envelope)


@parked_app.command("retry")
def command_retry(
    service: ServiceName,
    seqs: Seqs,
    reason: Reason,
    alike: Alike = False,
    as_json: AsJson = False,
    var_dir: VarDir = DEFAULT_VAR,
    url: Url = None,
) -> None:
    """Try parked events again now; the later events of their key follow in order."""
    with plainly(), operator(var_dir, url) as asking:
        _move("retry", asking, asking.service(service), seqs, reason, alike=alike, as_json=as_json)


@parked_app.command("discard")
def command_discard(
    service: ServiceName,
    seqs: Seqs,
    reason: Reason,
    alike: Alike = False,
    as_json: AsJson = False,
    var_dir: VarDir = DEFAULT_VAR,
    url: Url = None,
) -> None:
    """Set parked events aside for good and let the later events of their key go on; the bytes are kept."""
    with plainly(), operator(var_dir, url) as asking:
        _move("discard", asking, asking.service(service), seqs, reason, alike=alike, as_json=as_json)


@contextmanager
def operator(var_dir: Path, url: str | None) -> Iterator[Operator]:
    """Give an operator at the gateway named, or at that of the suite that runs here. Raises Problem."""
    with operator_at(url or up.found(Home.of(var_dir)).url, os.environ.get("CHUNGTAY_TOKEN")) as asking:
        yield asking


def broker_of(var_dir: Path) -> str:
    """Return the broker's address: AMQP_URL, else that of the suite that runs here. Raises Problem."""
    return os.environ.get("AMQP_URL") or up.found(Home.of(var_dir)).running.amqp_url


def _move(
    verb: str, asking: Operator, service: Service, seqs: list[int], reason: str, *, alike: bool, as_json: bool
) -> None:
    found = {each for seq in seqs for each in parked.alike(asking, service, seq)} if alike else set()
    _act_on_each(
        sorted({*seqs, *found}),
        lambda seq: asking.act(service, f"/parked/{seq}/{verb}", EventState, reason=reason),
        as_json=as_json,
    )


def _act_on_each(each: Sequence[T], act: Callable[[T], EventState], *, as_json: bool) -> None:
    """Go on after a refusal: each event has an outcome of its own."""
    done: list[EventState] = []
    refused: list[Problem] = []
    for one in each:
        try:
            done.append(act(one))
        except Problem as problem:
            refused.append(problem)
    if as_json:
        print_json(done)
    elif done:
        console.print(views.outcomes_table(done))
    _end(refused)


def _print_entries(entries: Iterable[Entry], *, as_json: bool) -> None:
    for entry in entries:
        if as_json:
            print_json(entry, indent=None)
        else:
            console.print(views.line(entry), markup=False, soft_wrap=True)


def _print(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        print_json(answer)
    else:
        console.print(views.answer_table(answer))


def _end(problems: Sequence[Problem]) -> None:
    """Say who did not answer, and exit with 1 if anyone did not."""
    for problem in problems:
        complain(problem)
    if problems:
        raise typer.Exit(1)
