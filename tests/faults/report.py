"""The table of a run."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.table import Table

from faults.oracle import KINDS
from faults.schedule import Outcome


@dataclass
class Row:
    """What one fault came to: how often it was tried and struck, and what was found after it."""

    runs: int = 0
    struck: int = 0
    counts: Counter[str] = field(default_factory=Counter)


def rows(outcomes: Iterable[Outcome]) -> dict[tuple[str, str], Row]:
    """Sum up by fault. A schedule's findings count for each of its faults: nobody knows whose they are."""
    summed: dict[tuple[str, str], Row] = {}
    for outcome in outcomes:
        for fault, struck in zip(outcome.schedule.faults, outcome.struck, strict=True):
            row = summed.setdefault((fault.code, fault.name), Row())
            row.runs += 1
            row.struck += struck
            row.counts += outcome.counts
    return summed


def table(outcomes: Iterable[Outcome]) -> Table:
    """Lay the rows out, in the order of the faults' numbers."""
    shown = Table("fault", "", "runs", "struck", *KINDS, box=None)
    for column in shown.columns[2:]:
        column.justify = "right"
    for (code, name), row in sorted(
        rows(outcomes).items(), key=lambda item: (int(item[0][0][1:]), item[0][1])
    ):
        shown.add_row(code, name, str(row.runs), str(row.struck), *(str(row.counts[kind]) for kind in KINDS))
    return shown
