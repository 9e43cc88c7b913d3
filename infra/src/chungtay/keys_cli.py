"""`chungtay keys …`: the keys with which services sign what leaves them."""

from pathlib import Path
from typing import Annotated

import typer

from chungtay.problems import Problem
from chungtay.terminal import plainly
from shared.clock import system_clock
from shared.key_registry import key_of
from shared.signing import KeyUnusable

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="The keys with which services sign what leaves them."
)


@app.callback()
def _group() -> None:
    """Keep the verb's name: Typer would drop it while there is one alone."""


@app.command("make")
def command_make(
    service: Annotated[str, typer.Argument(help="Name of the service, e.g. funds.")],
    private: Annotated[
        Path, typer.Option(envvar="SERVICE_KEYS_DIR", help="Folder of the private key, the service's alone.")
    ] = Path("var/service-keys"),
    public: Annotated[
        Path, typer.Option(envvar="KEYS_DIR", help="Folder of the registry, which all services read.")
    ] = Path("var/keys"),
) -> None:
    """Make a service's key where there is none, see that it is registered, and print its id."""
    with plainly():
        try:
            typer.echo(key_of(private, public, service, system_clock()).key_id)
        except KeyUnusable as error:
            raise Problem(str(error)) from error
