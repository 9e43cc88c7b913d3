"""A short part of `make faults`: one fault of each kind that needs no long wait, always the same."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    "name",
    [
        "desk.before_commit",
        "desk.committed",
        "relay.confirmed",
        "inbox.committed",
        "processor.before_mark",
        "duplicates x10",
        "late and out of order",
    ],
)
def test_nothing_is_lost_doubled_invented_or_put_out_of_order(stage: Any, name: str) -> None:
    outcome = stage.play(name)
    assert outcome.clean, (outcome.struck, outcome.settled, outcome.counts, outcome.examples)
