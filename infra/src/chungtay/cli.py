"""The `chungtay` command."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from chungtay import display, up
from chungtay.broker import docker
from chungtay.foreground import stoppable, watch
from chungtay.home import Home
from chungtay.late_commands import LateCommands
from chungtay.problems import Problem
from chungtay.supervisor.control import Supervisor, end_leftovers
from chungtay.terminal import AsJson, VarDir, console, plainly

app = typer.Typer(
    cls=LateCommands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Chung Tay (joining hands): the agencies of one province carry out their programme together.",
)

Gateway = Annotated[
    str | None,
    typer.Option(
        "--url", envvar="CHUNGTAY_URL", help="A gateway, where the processes are on other machines."
    ),
]


def say(line: str) -> None:
    """Tell the user which step has begun."""
    console.print(f"· {line}", markup=False, soft_wrap=True)


@app.command("up")
def command_up(
    var_dir: VarDir = Path("var"),
    port: Annotated[
        int,
        typer.Option(
            min=1, max=65535, envvar="GATEWAY_PORT", help="HTTP port wanted; the next free one is taken."
        ),
    ] = up.DEFAULT_PORT,
    detach: Annotated[bool, typer.Option("--detach", help="Return when everything is ready.")] = False,
) -> None:
    """Start the broker, the services and the gateway, and keep them alive."""
    home = Home.of(var_dir)
    with plainly(), stoppable():
        try:
            with console.status("starting"):
                suite = up.start(home, port=port, say=say)
            _show(suite)
            if detach:
                return
            console.print("Ctrl-C stops everything.", style="dim")
            watch(suite, console)
        except KeyboardInterrupt:
            console.print("stopping…")
        if not detach:
            suite_stopped(home)


def suite_stopped(home: Home) -> None:
    """Stop what runs from this home and say so."""
    up.stop(home)
    console.print("stopped")


@app.command("down")
def command_down(var_dir: VarDir = Path("var")) -> None:
    """Stop what `chungtay up` started, from another terminal."""
    suite_stopped(Home.of(var_dir))


@app.command("status")
def command_status(
    var_dir: VarDir = Path("var"),
    as_json: AsJson = False,
    url: Gateway = None,
    wide: Annotated[bool, typer.Option("--wide", help="All columns, for more than 80 characters.")] = False,
) -> None:
    """Show the processes, and what waits at each service. Exits with 1 when anything is down."""
    from chungtay.operations.status import show_status

    with plainly():
        show_status(Home.of(var_dir), url, as_json=as_json, wide=wide)


@app.command("clean")
def command_clean(var_dir: VarDir = Path("var")) -> None:
    """Forget all data, keys and logs. Refuses while the suite runs."""
    home = Home.of(var_dir)
    with plainly():
        if Supervisor(home).answers():
            message = "Chung Tay runs; stop it first with `chungtay down`"
            raise Problem(message)
        end_leftovers(home)
        docker.forget_data(home)
        home.forget()
        console.print(f"forgot the data in {home.var}", markup=False)


@app.command("duties")
def command_duties(
    scenarios: Annotated[Path, typer.Argument(help="Folder with the scenarios.")] = Path("tests/scenarios"),
    var_dir: VarDir = Path("var"),
) -> None:
    """Run the scenarios and show which of the programme's duties they prove."""
    from chungtay.duties.command import run

    with plainly():
        raise typer.Exit(run(scenarios, var_dir, console))


def _show(suite: up.Suite) -> None:
    if accounts := display.accounts(suite.url):
        console.print("\ndemo accounts (synthetic)", style="bold")
        console.print(accounts)
    console.print("\nChung Tay is ready.\n", style="bold green")
    console.print(display.addresses(suite.running, str(suite.home.logs)))
    console.print()


def main() -> None:
    """Run the command."""
    sys.exit(app())
