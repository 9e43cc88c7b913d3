"""How many of what: the province's real proportions, spread over its real communes."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from contracts.reference import units

# Review of 2016, QĐ 165/QĐ-UBND of 20/01/2017 (programme notes §3.1, V11h).
HOUSEHOLDS = 318_323
# About 3,000 residential areas in 2017 (notes §6.2, low confidence): some 106 households each.
AREAS = 3_000
AREA_SIZE = HOUSEHOLDS // AREAS
SOME_HOUSEHOLDS = 900
FEWEST_HOUSEHOLDS = 180  # one a commune


@dataclass(frozen=True)
class Area:
    """A residential area of a commune, and how many of its households register."""

    commune: str
    code: str
    households: int


def areas(year: int, households: int, draw: random.Random) -> Iterator[Area]:
    """Spread households over the communes in force on 1 July; sizes vary by a third. All is synthetic."""
    communes = [unit.code for unit in units().communes(date(year, 7, 1))]
    weights = [draw.uniform(2 / 3, 4 / 3) for _ in communes]
    for commune, share in zip(communes, _shares(households, weights), strict=True):
        for number, size in enumerate(_pieces(share), start=1):
            yield Area(commune, f"{commune}-K{number:03d}", size)


def _shares(total: int, weights: list[float]) -> list[int]:
    """Divide a total by weights; the largest remainders take what is left."""
    exact = [total * weight / sum(weights) for weight in weights]
    shares = [int(each) for each in exact]
    by_remainder = sorted(range(len(exact)), key=lambda index: shares[index] - exact[index])
    for index in by_remainder[: total - sum(shares)]:
        shares[index] += 1
    return shares


def _pieces(share: int) -> Iterator[int]:
    while share > 0:
        yield min(share, AREA_SIZE)
        share -= AREA_SIZE
