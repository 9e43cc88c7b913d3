"""How many of what: the province's real proportions, spread over its real communes."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from contracts.reference import units

# Review of 2016, QĐ 165/QĐ-UBND of 20/01/2017 (programme notes §3.1, V11h).
HOUSEHOLDS = 318_323
POOR = 35_683
NEAR_POOR = 27_893
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
    for commune, share in zip(communes, shares(households, weights), strict=True):
        for number, size in enumerate(_pieces(share), start=1):
            yield Area(commune, f"{commune}-K{number:03d}", size)


def sample(year: int, seed: int) -> list[Area]:
    """Return an area of usual size in a rural commune of each district: there the year is played in full.

    Another year or seed takes other communes: a commune reviews its poor once a year, and seeks a
    standard once at a time.
    """
    day = date(year, 7, 1)
    found = []
    for district in units().districts(day):
        rural = [unit.code for unit in units().communes(day, district.code) if unit.type == "xã"]
        commune = rural[(year + seed) % len(rural)]
        found.append(Area(commune, f"{commune}-K001", AREA_SIZE))
    return found


def district_of(commune: str, year: int) -> str:
    """Return the code of a commune's district."""
    day = date(year, 7, 1)
    return units().path(units().at(commune, day).id, day)[1].code


def listed(communes: Sequence[Area], of_province: int) -> list[int]:
    """Spread what the province had so many of over areas, in proportion to its households."""
    sizes = [float(area.households) for area in communes]
    return shares(round(sum(sizes) * of_province / HOUSEHOLDS), sizes)


def shares(total: int, weights: Sequence[float]) -> list[int]:
    """Divide a total by weights; the largest remainders take what is left."""
    exact = [total * weight / sum(weights) for weight in weights]
    whole = [int(each) for each in exact]
    by_remainder = sorted(range(len(exact)), key=lambda index: whole[index] - exact[index])
    for index in by_remainder[: total - sum(whole)]:
        whole[index] += 1
    return whole


def _pieces(share: int) -> Iterator[int]:
    while share > 0:
        yield min(share, AREA_SIZE)
        share -= AREA_SIZE
