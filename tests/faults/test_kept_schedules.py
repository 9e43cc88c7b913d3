"""Schedules that failed once are played again, on the whole suite."""

from pathlib import Path

import pytest

from chungtay.faults.oracle import Findings
from chungtay.faults.run import kept
from chungtay.faults.scene import scene
from chungtay.faults.schedule import play

SCHEDULES = kept(Path(__file__).parents[2] / "infra/tests/faults/seeds.json")


@pytest.mark.timeout(600)
@pytest.mark.skipif(not SCHEDULES, reason="no schedule that failed is kept")
def test_what_failed_once_holds_now() -> None:
    found = Findings()
    with scene(1) as stage:
        for schedule in SCHEDULES:
            outcome, found = play(stage, schedule, found)
            assert outcome.clean, (str(schedule), outcome.struck, outcome.counts, outcome.examples)
