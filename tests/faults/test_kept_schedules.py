"""Schedules that failed once are played again, on the whole suite."""

from pathlib import Path

import pytest

from faults.experiment import set_up
from faults.oracle import Findings
from faults.run import kept
from faults.schedule import play

SCHEDULES = kept(Path(__file__).with_name("seeds.json"))


@pytest.mark.timeout(600)
@pytest.mark.usefixtures("private_rabbitmq")
@pytest.mark.skipif(not SCHEDULES, reason="no schedule that failed is kept")
def test_what_failed_once_holds_now() -> None:
    found = Findings()
    with set_up(1) as experiment:
        for schedule in SCHEDULES:
            outcome, found = play(experiment, schedule, found)
            assert outcome.clean, (str(schedule), outcome.struck, outcome.counts, outcome.examples)
