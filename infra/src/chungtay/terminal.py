"""What all commands say in the same way."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from pydantic_core import to_jsonable_python
from rich.console import Console

from chungtay.problems import Problem

console = Console(highlight=False)
beside = Console(stderr=True, highlight=False)

VarDir = Annotated[
    Path,
    typer.Option("--var-dir", envvar="VAR_DIR", help="Folder with data, keys, logs and the private broker."),
]
Url = Annotated[
    str | None,
    typer.Option(envvar="CHUNGTAY_URL", help="The gateway; by default that of the suite in --var-dir."),
]
DEFAULT_VAR = Path("var")
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]


@contextmanager
def plainly() -> Iterator[None]:
    """Show a Problem as one line and exit with 1."""
    try:
        yield
    except Problem as problem:
        complain(problem)
        raise typer.Exit(1) from problem


def complain(problem: Problem) -> None:
    """Say on the error stream what went wrong, so that JSON on the other stays whole."""
    beside.print(f"chungtay: {problem}", style="red", markup=False, soft_wrap=True)


def print_json(value: object, indent: int | None = 2) -> None:
    """Print models, instants and plain values as JSON."""
    typer.echo(json.dumps(to_jsonable_python(value), ensure_ascii=False, indent=indent))
