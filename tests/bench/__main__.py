"""`python -m bench`, which `make bench` runs."""

import json
from pathlib import Path
from statistics import median
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bench.measures import Outcome
from bench.runner import run
from chungtay.problems import Problem
from support.running import broker_of_this_machine

app = typer.Typer()
console = Console(highlight=False)
WHOLE = 20


@app.command()
def measure(
    var_dir: Annotated[
        Path, typer.Option("--var-dir", envvar="VAR_DIR", help="Where the figures go.")
    ] = Path("var"),
    minutes: Annotated[float, typer.Option(min=1, help="Bound on the whole run.")] = 10,
) -> None:
    """Measure speed against peers, each in the same run; needs a quiet machine and a package index."""
    home = var_dir.absolute() / "bench"
    home.mkdir(parents=True, exist_ok=True)
    outcomes: list[Outcome] = []
    try:
        with broker_of_this_machine() as amqp_url:
            for outcome in run(
                amqp_url, home, minutes, lambda line: console.print(f"· {line}", markup=False)
            ):
                outcomes.append(outcome)
                _keep(var_dir / "bench.json", outcomes)
    except Problem as problem:
        console.print(f"bench: {problem}", style="red", markup=False)
        raise typer.Exit(1) from problem
    console.print(_table(outcomes))
    raise typer.Exit(0 if all(outcome.reached for outcome in outcomes) else 1)


def _keep(path: Path, outcomes: list[Outcome]) -> None:
    figures = {name: entry for outcome in outcomes for name, entry in outcome.as_entries().items()}
    path.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")


def _table(outcomes: list[Outcome]) -> Table:
    table = Table(box=None, title="medians, ours and the peer's in turn")
    for heading in ("measure", "unit", "ours", "peer", "ratio", "reach", ""):
        table.add_column(heading, justify="left" if heading in {"measure", "unit", ""} else "right")
    for outcome in outcomes:
        table.add_row(
            outcome.measure.name,
            outcome.measure.unit,
            _shown(median(outcome.ours)),
            _shown(median(outcome.peer)),
            f"{outcome.ratio:.2f}",
            f"{'≤' if outcome.measure.less_is_better else '≥'} {outcome.measure.reach:g}",
            "reached" if outcome.reached else "not reached",
        )
    return table


def _shown(figure: float) -> str:
    return f"{figure:,.0f}" if figure >= WHOLE else f"{figure:.1f}"


if __name__ == "__main__":
    app()
