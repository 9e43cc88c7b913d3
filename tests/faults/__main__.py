"""`python -m faults`, which `make faults` runs."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from chungtay.problems import Problem
from faults.run import Run, chosen

app = typer.Typer()
MINUTES = 10.0
WIDE = 120
SEEDS = Path(__file__).with_name("seeds.json")


@app.command()
def inflict(
    minutes: Annotated[float, typer.Option(min=0.1, help="How long to go on.")] = MINUTES,
    seed: Annotated[int | None, typer.Option(help="Draws the schedules; absent, a new one.")] = None,
    only: Annotated[
        list[str] | None, typer.Option(help="Only faults with this number or in whose name this stands.")
    ] = None,
    seeds: Annotated[Path, typer.Option(help="Where failed schedules are kept and found again.")] = SEEDS,
    logs: Annotated[Path, typer.Option(help="Where the logs of a failed run are put.")] = Path("var/faults"),
) -> None:
    """Inflict faults on a suite of its own and count what was lost, doubled, invented or put out of order.

    Exits with 1 if any count is not 0, or if a fault did not strike.
    """
    console = Console(highlight=False, soft_wrap=True)
    console.width = max(console.width, WIDE)
    try:
        clean = Run(console, seeds, logs).go(chosen(only or []), minutes, seed)
    except Problem as problem:
        console.print(f"faults: {problem}", style="red", markup=False)
        raise typer.Exit(1) from problem
    raise typer.Exit(0 if clean else 1)


if __name__ == "__main__":
    app()
