"""`chungtay contracts`: publish schemas, examples and AsyncAPI documents; `make contracts` calls it."""

from pathlib import Path
from typing import Annotated

import typer

from chungtay.broker import frozen
from chungtay.contracts_tool import documents, examples, runbooks
from chungtay.contracts_tool.freeze import FrozenSchemaChanged, freeze

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="What the agencies promise each other, as files."
)

Root = Annotated[Path, typer.Option(help="The source tree.")]


@app.command("freeze")
def command_freeze(root: Root = Path()) -> None:
    """Publish schemas of new messages, AsyncAPI documents, and what the broker must let services tell.

    A changed schema needs a new version.
    """
    try:
        written = freeze(root)
    except FrozenSchemaChanged as changed:
        typer.echo(f"chungtay: {changed}", err=True)
        raise typer.Exit(1) from changed
    written += documents.write(root / "contracts" / "asyncapi") + frozen.write(root / "infra")
    typer.echo(f"published: {', '.join(written) or 'nothing new'}")


@app.command("docs")
def command_docs(root: Root = Path()) -> None:
    """Bring the tables and diagrams of every service's README up to date."""
    written = runbooks.write(root)
    typer.echo(f"written: {', '.join(written) or 'nothing new'}")


@app.command("examples")
def command_examples(
    amqp_url: Annotated[
        str, typer.Argument(help="Address of a broker on which a synthetic year was played.")
    ],
    root: Root = Path(),
) -> None:
    """Keep one real payload for each event from the journal of a played year, where there is none yet."""
    written = examples.collect(amqp_url, root / "contracts" / "examples")
    typer.echo(f"kept: {', '.join(written) or 'nothing new'}")
