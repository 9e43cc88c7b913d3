"""Schedules are drawn from a seed, kept when they fail, and found again."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from chungtay.problems import Problem
from faults.families.nothing import HEALED
from faults.fault import Fault
from faults.nemesis import MOST_STEPS, draw_schedules
from faults.run import chosen, keep, kept
from faults.schedule import Schedule, each_once
from faults.table import FAULTS

WANTED = {"F0", "F1", "F2", "F3", "F4", "F5", "F6", "F8", "F9", "F11", "F12", "F13", "F14"}
WANTED |= {"F15", "F16", "F17", "F19", "F20", "F21", "F22", "F23", "F24", "F25", "F26"}


def test_every_wanted_family_is_there_and_names_are_unique() -> None:
    assert {fault.code for fault in FAULTS} == WANTED
    assert len({str(fault) for fault in FAULTS}) == len(FAULTS)


def test_each_fault_comes_once_in_an_order_that_a_seed_gives_again() -> None:
    first, second, other = (list(each_once(seed, FAULTS)) for seed in (7, 7, 8))
    assert first == second != other
    assert {fault for schedule in first for fault in schedule.faults} == set(FAULTS)


class Pretended:
    """Takes the place of a schedule that is played."""

    def __init__(self) -> None:
        self.steps: list[Fault] = []

    def inflict(self, fault: Fault) -> None:
        self.steps.append(fault)


def drawn(seed: int, most: int) -> list[list[Fault]]:
    """Draw so many schedules."""
    ended: list[list[Fault]] = []

    def begin() -> Any:
        return Pretended()

    def end(playing: Any) -> None:
        ended.append(playing.steps)

    draw_schedules([fault for fault in FAULTS if fault.drawn], seed, begin, end, most)
    return ended


def test_hypothesis_draws_the_same_schedules_from_the_same_seed() -> None:
    assert drawn(7, 30) == drawn(7, 30) != drawn(8, 30)


def test_drawn_schedules_are_short_various_and_heal_no_more_than_once_in_a_row() -> None:
    schedules = drawn(7, 100)
    assert {len(steps) for steps in schedules} <= set(range(MOST_STEPS + 1))
    assert len({fault for steps in schedules for fault in steps}) > MOST_STEPS
    assert all((HEALED, HEALED) not in pairwise(steps) for steps in schedules)


def test_a_failed_schedule_is_kept_once_and_found_again(tmp_path: Path) -> None:
    path, failed = tmp_path / "seeds.json", Schedule(5, (FAULTS[0], FAULTS[-1]))
    assert kept(path) == []
    keep(path, [failed])
    keep(path, [failed])
    assert kept(path) == [failed]


def test_unknown_faults_are_named() -> None:
    with pytest.raises(Problem, match="F99"):
        chosen(["F99"])
