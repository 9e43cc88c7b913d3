"""What the simulation shows at its end."""

from rich.table import Table

from chungtay.simulate.board import Board
from chungtay.simulate.player import Player, Tally
from contracts.reference import duties

NUMBERS = ("acts", "done before", "refused", "waits", "seconds")


def tally_table(player: Player, seconds: float) -> Table:
    """Lay out the acts by service; the whole play took so many seconds."""
    table = _table(
        f"Programme 75, year {player.year}, seed {player.seed}: synthetic", ("service",), NUMBERS, footer=True
    )
    for service, tally in sorted(player.tallies.items()):
        table.add_row(service, *_cells(tally))
    for column, total in zip(
        table.columns, ("all", *_cells(player.total)[:-1], f"{seconds:.1f}"), strict=True
    ):
        column.footer = total
    return table


def evidence_table(board: Board) -> Table:
    """Lay out how many events are evidence of each duty; a duty that lacks some stands out."""
    table = _table("Duties with evidence on the board", ("duty",), ("evidence",))
    table.expand = True
    table.add_column("text", no_wrap=True, overflow="ellipsis", ratio=1)
    for duty, count in board.shown.items():
        style = "yellow" if duty in board.lacking else ""
        table.add_row(duty, f"{count:,}", duties().get(duty).text_vi, style=style)
    return table


def _cells(tally: Tally) -> tuple[str, ...]:
    numbers = (tally.acts, tally.repeated, tally.refused, tally.waits)
    return (*(f"{number:,}" for number in numbers), f"{tally.seconds:.1f}")


def _table(title: str, left: tuple[str, ...], right: tuple[str, ...], *, footer: bool = False) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, show_footer=footer)
    for heading in left:
        table.add_column(heading, no_wrap=True)
    for heading in right:
        table.add_column(heading, justify="right", no_wrap=True)
    return table
