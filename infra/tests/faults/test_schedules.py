"""Schedules are drawn from a seed, kept when they fail, and found again."""

from itertools import islice
from pathlib import Path

import pytest

from chungtay.faults.run import chosen, keep, kept
from chungtay.faults.schedule import Schedule, drawn, schedules
from chungtay.faults.table import FAULTS
from chungtay.problems import Problem

WANTED = {"F1", "F2", "F3", "F4", "F5", "F6", "F8", "F9", "F11", "F12", "F13", "F14"}
WANTED |= {"F15", "F16", "F17", "F19", "F20", "F22", "F24"}


def test_every_wanted_family_is_there_and_names_are_unique() -> None:
    assert {fault.code for fault in FAULTS} == WANTED
    assert len({str(fault) for fault in FAULTS}) == len(FAULTS)


def test_a_seed_draws_the_same_schedules_again() -> None:
    first, second = (list(islice(schedules(7, FAULTS), len(FAULTS) + 20)) for _ in range(2))
    assert first == second
    assert {each for schedule in first[: len(FAULTS)] for each in schedule.faults} == set(FAULTS)


def test_a_schedule_follows_from_its_own_seed() -> None:
    *_, last = islice(schedules(7, FAULTS), len(FAULTS) + 5)
    quick = [fault for fault in FAULTS if not fault.slow]
    assert drawn(last.seed, quick) == last


def test_a_failed_schedule_is_kept_once_and_found_again(tmp_path: Path) -> None:
    path, failed = tmp_path / "seeds.json", Schedule(5, (FAULTS[0], FAULTS[-1]))
    assert kept(path) == []
    keep(path, [failed])
    keep(path, [failed])
    assert kept(path) == [failed]


def test_unknown_faults_are_named() -> None:
    with pytest.raises(Problem, match="F99"):
        chosen(["F99"])
