"""`chungtay outbox`."""

from typing import Annotated

import typer
from rich.table import Table

from chungtay.operations import journal, views
from chungtay.operations.cli import Reason, ServiceName, Since, operator
from chungtay.terminal import DEFAULT_VAR, AsJson, Url, VarDir, console, plainly, print_json
from shared.operations.journal_messages import JournalStanding, Republished, TakenBackEvent, TakenBackPage

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="What a service told, and what its database lacks of that.",
)


@app.command("republish")
def command_republish(
    service: ServiceName,
    reason: Reason,
    since: Since = None,
    *,
    as_json: AsJson = False,
    var_dir: VarDir = DEFAULT_VAR,
    url: Url = None,
) -> None:
    """Publish a service's events once more, the same bytes: for a broker that lost its journal."""
    body = {"reason": reason} | ({"since": journal.instant(since)} if since else {})
    with plainly(), operator(var_dir, url) as asking:
        found = asking.act(asking.service(service), "/outbox/republish", Republished, **body)
        _print(found, as_json=as_json)


@app.command("lost")
def command_lost(
    service: ServiceName,
    count: Annotated[int, typer.Option("--count", "-n", min=1, max=500, help="At most so many.")] = 500,
    *,
    as_json: AsJson = False,
    var_dir: VarDir = DEFAULT_VAR,
    url: Url = None,
) -> None:
    """List the acts that a service told and that its restored database lacks, in the order of the journal."""
    with plainly(), operator(var_dir, url) as asking:
        page = asking.ask(asking.service(service), "/outbox/taken-back", TakenBackPage, limit=count)
        if as_json:
            print_json(page)
        else:
            console.print(_table(page.items))


@app.command("accept")
def command_accept(
    service: ServiceName,
    reason: Reason,
    *,
    as_json: AsJson = False,
    var_dir: VarDir = DEFAULT_VAR,
    url: Url = None,
) -> None:
    """Let a service act again whose database lacks acts that it told. Read the runbook of restoring first."""
    with plainly(), operator(var_dir, url) as asking:
        found = asking.act(asking.service(service), "/outbox/accept", JournalStanding, reason=reason)
        _print(found, as_json=as_json)


def _print(answer: JournalStanding | Republished, *, as_json: bool) -> None:
    if as_json:
        print_json(answer)
    else:
        console.print(views.answer_table(answer))


def _table(events: list[TakenBackEvent]) -> Table:
    table = Table("told", "event", "type", "key", box=None, pad_edge=False)
    for each in events:
        table.add_row(views.local(each.told_at), each.event_id, each.type, each.key)
    return table
