"""`chungtay broker …`: the broker's definitions, and the list of who may do what."""

import os
from pathlib import Path
from typing import Annotated

import typer

from chungtay.broker.allowed import allowed
from chungtay.broker.definitions import definitions, encoded, names_of_users
from chungtay.broker.frozen import members_in
from chungtay.broker.members import Member, members
from chungtay.broker.passwords import passwords
from chungtay.home import Home
from chungtay.terminal import VarDir, plainly
from shared.bus.topology import QUORUM

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="The broker's users, rights, exchanges and queues."
)
Manifests = Annotated[
    list[Path] | None,
    typer.Option("--manifest", help="Manifest of a further service, as a file; may be repeated."),
]


@app.command("definitions")
def command_definitions(manifest: Manifests = None, var_dir: VarDir = Path("var")) -> None:
    """Print the definitions, for `load_definitions` or `rabbitmqctl import_definitions`.

    A user's password is BROKER_PASSWORD_<USER>, else one that is made and kept in VAR_DIR/broker/passwords.
    """
    with plainly():
        home = Home.of(var_dir)
        home.make()
        taking_part = _members(manifest)
        found = passwords(home, names_of_users(taking_part))
        document = definitions(taking_part, found, os.environ.get("INBOX_QUEUE", QUORUM))
        typer.echo(encoded(document), nl=False)


@app.command("rights")
def command_rights(manifest: Manifests = None) -> None:
    """Print all that the broker's users may do, one line each."""
    with plainly():
        typer.echo("\n".join(allowed(_members(manifest))))


def _members(manifests: list[Path] | None) -> list[Member]:
    return [*members(), *members_in(manifests or [])]
