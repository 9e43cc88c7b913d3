"""Schedules that failed once are played again."""

from pathlib import Path

import pytest

from faults.run import kept
from faults.schedule import play
from faults.trials import Trials

SCHEDULES = kept(Path(__file__).with_name("seeds.json"))


@pytest.mark.timeout(600)
@pytest.mark.skipif(not SCHEDULES, reason="no schedule that failed is kept")
def test_what_failed_once_holds_now(trials: Trials) -> None:
    for schedule in SCHEDULES:
        outcome, trials.found = play(trials.experiment, schedule, trials.found)
        assert outcome.clean, (str(schedule), outcome.struck, outcome.counts, outcome.examples)
