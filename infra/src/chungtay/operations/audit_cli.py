"""`chungtay audit`."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from chungtay import suite
from chungtay.home import Home
from chungtay.operations import audit
from chungtay.operations.cli import ServiceName, broker_of, operator
from chungtay.problems import Problem
from chungtay.terminal import DEFAULT_VAR, AsJson, Url, VarDir, complain, console, plainly, print_json
from contracts.envelope import Envelope
from shared.key_registry import Registry
from shared.operations.audit_messages import AuditEntry

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="Read the audit of a service, and prove that it is whole.",
)

Services = Annotated[list[str] | None, typer.Argument(help="Services; all by default.")]
Heads = Annotated[
    Path | None, typer.Option("--heads", help="File of `audit heads`; else the journal is read.")
]
Database = Annotated[
    str | None, typer.Option("--database", help="Address of the one service's database, or of a copy of it.")
]
Keys = Annotated[
    Path | None,
    typer.Option("--keys", envvar="KEYS_DIR", help="Folder of the public keys (services.json)."),
]
Object = Annotated[str | None, typer.Option("--object", help="Only what names this id.")]
Body = Annotated[str | None, typer.Option("--body", help="Only acts of this body, e.g. ubnd-xa/05431.")]
User = Annotated[str | None, typer.Option("--user", help="Only acts of this user.")]
Act = Annotated[str | None, typer.Option("--act", help="Only this act, e.g. record_donation.")]
Outcome = Annotated[str | None, typer.Option("--outcome", help="done, read, replayed, or a refusal's slug.")]
From = Annotated[
    datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="Noted on this day or later.")
]
To = Annotated[
    datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Noted on this day or before.")
]


@app.command("verify")
def command_verify(
    services: Services = None,
    *,
    database: Database = None,
    heads: Heads = None,
    keys: Keys = None,
    as_json: AsJson = False,
    var_dir: VarDir = DEFAULT_VAR,
) -> None:
    """Prove each audit against its chain and the signed heads. Exits with 1, naming what is wrong.

    It reads the databases themselves, since a service that was tampered with could say anything.
    """
    with plainly():
        home, names = Home.of(var_dir), services or list(suite.SERVICES)
        if database and len(names) != 1:
            message = "--database is that of one service; name it"
            raise Problem(message)
        told, registry = _heads(heads, var_dir), Registry.load(keys or home.keys)
        found = [audit.verify(name, database or _database(home, name), told, registry) for name in names]
        if as_json:
            print_json([each.as_json() for each in found])
        else:
            for line in (line for each in found for line in each.lines()):
                console.print(line, markup=False, soft_wrap=True)
        if any(each.proof.findings for each in found):
            raise typer.Exit(1)


@app.command("heads")
def command_heads(var_dir: VarDir = DEFAULT_VAR) -> None:
    """Print every head in the journal, one JSON object a line: keep them where the services cannot write."""
    with plainly():
        for each in audit.heads_in_journal(broker_of(var_dir)):
            typer.echo(each.encode().decode())


@app.command("show")
def command_show(  # noqa: PLR0913 - one option a filter
    service: ServiceName,
    *,
    object_id: Object = None,
    body: Body = None,
    user: User = None,
    act: Act = None,
    outcome: Outcome = None,
    since: From = None,
    until: To = None,
    count: Annotated[int, typer.Option("--count", "-n", min=1, help="At most so many.")] = 100,
    as_json: AsJson = False,
    var_dir: VarDir = DEFAULT_VAR,
    url: Url = None,
) -> None:
    """Show who did what, to which objects, and what came of it. That you read it is noted too."""
    wanted = _filters(object=object_id, body=body, user=user, act=act, outcome=outcome) | _days(since, until)
    with plainly(), operator(var_dir, url) as asking:
        found = list(audit.entries(asking, asking.service(service), count, **wanted))
        if as_json:
            print_json(found)
        else:
            console.print(_table(found))


@app.command("export")
def command_export(  # noqa: PLR0913 - one option a filter
    service: ServiceName,
    *,
    object_id: Object = None,
    body: Body = None,
    user: User = None,
    act: Act = None,
    outcome: Outcome = None,
    since: From = None,
    until: To = None,
    var_dir: VarDir = DEFAULT_VAR,
    url: Url = None,
) -> None:
    """Print entries for a SIEM: one JSON object a line, in the Elastic Common Schema."""
    wanted = _filters(object=object_id, body=body, user=user, act=act, outcome=outcome) | _days(since, until)
    with plainly(), operator(var_dir, url) as asking:
        for entry in audit.entries(asking, asking.service(service), None, **wanted):
            typer.echo(audit.as_ecs(service, entry))


def _database(home: Home, service: str) -> str:
    return suite.service_environment(home, service)["DATABASE_URL"]


def _heads(file: Path | None, var_dir: Path) -> list[Envelope]:
    """Return the heads of a file, else of the journal; without either the chain alone is proved."""
    if file:
        return audit.heads_in_file(file)
    try:
        return audit.heads_in_journal(broker_of(var_dir))
    except Problem as problem:
        complain(Problem(f"{problem}; without heads, what was chained anew does not show"))
        return []


def _filters(**given: str | None) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value is not None}


def _days(since: datetime | None, until: datetime | None) -> dict[str, str]:
    given = {"from": since, "to": until}
    return {name: value.date().isoformat() for name, value in given.items() if value}


def _table(found: list[AuditEntry]) -> Table:
    table = Table("no.", "at", "user", "body", "act", "outcome", "objects", "day", "reason", box=None)
    for each in found:
        cells = (each.seq, each.at.isoformat(timespec="seconds"), each.user, each.body, each.act)
        more = (each.outcome, " ".join(each.objects), each.day or "", each.reason)
        table.add_row(*(str(cell) for cell in (*cells, *more)))
    return table
