"""`chungtay simulate`."""

import time
from typing import Annotated

import httpx
import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table

from chungtay.simulate.board import evidence
from chungtay.simulate.figures import HOUSEHOLDS, SOME_HOUSEHOLDS
from chungtay.simulate.play import DUTIES, chapters, play_chapter
from chungtay.simulate.player import Away, Player

app = typer.Typer()
console = Console(highlight=False)
TIMEOUT_SECONDS = 30


@app.command("simulate")
def command_simulate(
    year: Annotated[int, typer.Option(min=2017, max=2024, help="Year of the programme to play.")] = 2017,
    seed: Annotated[int, typer.Option(help="The same seed plays the same acts.")] = 75,
    households: Annotated[
        int,
        typer.Option(min=0, max=HOUSEHOLDS, help=f"Households that register; the province has {HOUSEHOLDS}."),
    ] = SOME_HOUSEHOLDS,
    url: Annotated[str, typer.Option(envvar="CHUNGTAY_URL", help="The gateway.")] = "http://127.0.0.1:8075",
) -> None:
    """Play a year of the programme through the gateway, as its agencies would; all of it is synthetic.

    Played again with the same year and seed it goes on where it was interrupted and repeats nothing.
    """
    began = time.monotonic()
    with httpx.Client(base_url=url, timeout=TIMEOUT_SECONDS) as http:
        player = Player(http, year, seed)
        try:
            refusals = _play(player, households)
            shown = evidence(player, DUTIES)
        except Away as away:
            console.print(f"chungtay: {away}; play again with the same seed to go on", style="red")
            raise typer.Exit(1) from away
    _report(player, refusals, shown, time.monotonic() - began)
    raise typer.Exit(0 if not refusals and all(shown.values()) else 1)


def _play(player: Player, households: int) -> list[str]:
    """Play every chapter, showing how far it is; return what was refused."""
    refusals: list[str] = []
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        everything = list(chapters(player, households))
        parts = progress.add_task("chapters", total=len(everything))
        acts = progress.add_task("acts", total=None)
        player.on_act = lambda _: progress.advance(acts)
        for chapter in everything:
            progress.update(parts, description=f"chapter: {chapter.name}")
            if refused := play_chapter(chapter):
                refusals.append(f"{chapter.name}: {refused}")
            progress.advance(parts)
    return refusals


def _report(player: Player, refusals: list[str], shown: dict[str, int], seconds: float) -> None:
    table = Table(title=f"Programme 75, year {player.year}, seed {player.seed}: synthetic", box=None)
    table.add_column("service")
    table.add_column("acts", justify="right")
    for service, acts in sorted(player.acts.items()):
        table.add_row(service, f"{acts:,}")
    console.print(table)
    for refusal in refusals:
        console.print(f"refused: {refusal}", style="yellow", markup=False)
    lacking = [duty for duty, count in shown.items() if not count]
    console.print(
        f"{sum(player.acts.values()):,} acts in {seconds:.1f} s, {player.repeated:,} of them done before, "
        f"{player.retried} waits for a service"
    )
    console.print(f"evidence for {len(shown) - len(lacking)} of {len(shown)} duties on the board")
    if lacking:
        console.print(f"no evidence yet: {', '.join(lacking)}", style="yellow")
