"""`python -m bench.queries`, which `make bench` runs last."""

import json
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bench.queries.asked import Times, measure
from bench.queries.province import Province
from shared.database import Database
from shared.loading import load
from support.postgres import Cluster, programs

app = typer.Typer()
console = Console(highlight=False)
SERVICE = "campaigns.service"
WHOLE = 300_000
Figures = dict[str, dict[str, Times]]


@app.command()
def measure_queries(
    var_dir: Annotated[
        Path, typer.Option("--var-dir", envvar="VAR_DIR", help="Where the figures go.")
    ] = Path("var"),
    households: Annotated[int, typer.Option(min=1, help="How many households live there.")] = WHOLE,
) -> None:
    """Measure the ten most used queries over a province's households, on SQLite and on PostgreSQL."""
    province = Province(households)
    with tempfile.TemporaryDirectory(prefix="chungtay-queries-") as folder:
        figures = {"SQLite": _measured(province, f"sqlite:///{folder}/province.db")}
        cluster = Cluster(_made(Path(folder) / "postgresql"), programs())
        cluster.create()
        try:
            figures["PostgreSQL"] = _measured(province, cluster.database("province"))
        finally:
            cluster.stop()
    _keep(var_dir / "bench-queries.json", households, figures)
    console.print(_table(households, figures))


def _made(folder: Path) -> Path:
    folder.parent.chmod(0o755)  # PostgreSQL's own user must reach its folder
    folder.mkdir()
    return folder


def _measured(province: Province, url: str) -> dict[str, Times]:
    database = Database(url)
    service = load(SERVICE)
    console.print(f"· {province.households:,} households into {database.engine.dialect.name}")
    province.settle(service, database)
    return {times.name: times for times in measure(service, database, province)}


def _keep(path: Path, households: int, figures: Figures) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    entries = {
        name: {each.name: {"p50_ms": each.p50, "p95_ms": each.p95} for each in times.values()}
        for name, times in figures.items()
    }
    path.write_text(json.dumps({"households": households, **entries}, indent=2) + "\n", "utf-8")


def _table(households: int, figures: Figures) -> Table:
    table = Table(box=None, title=f"milliseconds of a query over {households:,} households, without the bus")
    table.add_column("query")
    for name in figures:
        table.add_column(f"{name} p50", justify="right")
        table.add_column(f"{name} p95", justify="right")
    for query in next(iter(figures.values())):
        times = [each[query] for each in figures.values()]
        table.add_row(query, *(f"{figure:.1f}" for each in times for figure in (each.p50, each.p95)))
    return table


if __name__ == "__main__":
    app()
