"""`chungtay simulate`."""

import time
from contextlib import closing
from functools import partial
from typing import Annotated

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

from chungtay import up
from chungtay.gateway_client import Away, GatewayClient
from chungtay.home import Home
from chungtay.simulate.board import Board, settle
from chungtay.simulate.figures import FEWEST_HOUSEHOLDS, HOUSEHOLDS, SOME_HOUSEHOLDS
from chungtay.simulate.play import chapters, play_chapter
from chungtay.simulate.player import Player, Refused
from chungtay.simulate.views import evidence_table, tally_table
from chungtay.terminal import DEFAULT_VAR, Url, VarDir, plainly

app = typer.Typer(add_completion=False)
console = Console(highlight=False)


@app.command("simulate")
def command_simulate(
    year: Annotated[int, typer.Option(min=2017, max=2024, help="Year of the programme to play.")] = 2017,
    seed: Annotated[
        int, typer.Option(min=0, max=999_999_999, help="The same seed plays the same acts.")
    ] = 75,
    households: Annotated[
        int,
        typer.Option(
            min=FEWEST_HOUSEHOLDS,
            max=HOUSEHOLDS,
            help=f"Households that register; the province has {HOUSEHOLDS}. Another number registers others.",
        ),
    ] = SOME_HOUSEHOLDS,
    var_dir: VarDir = DEFAULT_VAR,
    url: Url = None,
) -> None:
    """Play a year of the programme through the gateway, as its agencies would; all of it is synthetic.

    Played again with the same year and seed it goes on where it was interrupted and repeats nothing.
    Another seed plays another year's worth beside it; what a year has only once, such as the
    supervision plan, is then refused.
    """
    began = time.monotonic()
    with plainly(), closing(GatewayClient.at(url or up.found(Home.of(var_dir)).url)) as gateway:
        player = Player(gateway, year, seed)
        try:
            refusals = _play(player, households)
            board = _board(player)
        except (Away, Refused) as trouble:
            console.print(tally_table(player, time.monotonic() - began))
            console.print(f"chungtay: {trouble}", style="red", markup=False, soft_wrap=True)
            console.print("play again with the same year and seed to go on", style="dim")
            raise typer.Exit(1) from trouble
    _report(player, refusals, board, time.monotonic() - began)
    raise typer.Exit(1 if refusals or board.lacking else 0)


def _play(player: Player, households: int) -> list[str]:
    """Play every chapter, showing how far it is; return what was refused. Raises Away."""
    refusals: list[str] = []
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        everything = list(chapters(player, households))
        parts = progress.add_task("chapters", total=len(everything))
        for chapter in everything:
            acts = progress.add_task(f"acts of {chapter.name}", total=chapter.acts)
            player.on_act = partial(progress.advance, acts)
            if refused := play_chapter(chapter):
                refusals.append(f"{chapter.name}: {refused}")
            progress.remove_task(acts)
            progress.advance(parts)
    return refusals


def _board(player: Player) -> Board:
    with console.status("waiting until the board has heard everything"):
        return settle(player)


def _report(player: Player, refusals: list[str], board: Board, seconds: float) -> None:
    console.print(tally_table(player, seconds))
    console.print()
    console.print(evidence_table(board))
    for refusal in refusals:
        console.print(f"refused: {refusal}", style="yellow", markup=False, soft_wrap=True)
    for duty in board.lacking:
        console.print(f"{duty}: {board.shown[duty]:,} of {board.wanted[duty]:,} events", style="yellow")
    total, proven = player.total, len(board.wanted) - len(board.lacking)
    console.print(
        f"\n{total.acts:,} acts in {seconds:.1f} s, {total.repeated:,} of them done before; "
        f"evidence for {proven} of {len(board.wanted)} duties on the board",
        soft_wrap=True,
    )
