"""How the households of the play are spread over the province."""

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from chungtay.simulate.figures import AREA_SIZE, HOUSEHOLDS, SOME_HOUSEHOLDS, areas
from contracts.reference import units


@given(st.integers(0, HOUSEHOLDS), st.integers())
def test_every_household_lies_in_one_area_of_a_real_commune(wanted: int, seed: int) -> None:
    spread = list(areas(2017, wanted, random.Random(seed)))
    assert sum(area.households for area in spread) == wanted
    assert all(0 < area.households <= AREA_SIZE for area in spread)
    assert len({area.code for area in spread}) == len(spread)
    assert {area.commune for area in spread} <= {unit.code for unit in units().communes(date(2017, 7, 1))}


def test_every_commune_takes_part_in_the_smallest_usual_play() -> None:
    spread = areas(2017, SOME_HOUSEHOLDS, random.Random(75))
    assert {area.commune for area in spread} == {unit.code for unit in units().communes(date(2017, 7, 1))}


@given(st.integers(1, HOUSEHOLDS))
def test_the_same_draw_spreads_households_in_the_same_way(wanted: int) -> None:
    assert list(areas(2017, wanted, random.Random(7))) == list(areas(2017, wanted, random.Random(7)))
