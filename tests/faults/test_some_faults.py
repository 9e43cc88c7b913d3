"""A short part of `make faults`: one fault of each kind that needs no long wait, always the same."""

import pytest

from faults.trials import Trials


@pytest.mark.parametrize(
    "name",
    [
        "dispatcher.before_commit",
        "dispatcher.committed",
        "relay.confirmed",
        "inbox.committed",
        "processor.before_mark",
        "duplicates x10",
        "late and out of order",
        "consumer restored",
        "producer restored",
        "queue deleted behind a slow link",
    ],
)
def test_nothing_is_lost_doubled_invented_or_put_out_of_order(trials: Trials, name: str) -> None:
    outcome = trials.play(name)
    assert outcome.clean, (outcome.struck, outcome.settled, outcome.counts, outcome.examples)
