"""A duty is shown by what its bodies may do and by what is refused to others and out of order."""

from pathlib import Path

import pytest

from architecture.scenarios import proving, without_refusal

SCENARIOS = sorted(Path(__file__).parents[1].joinpath("scenarios").glob("test_*.py"))
GOOD = """
HEALTH = [pytest.param("so-yt", marks=pytest.mark.duty("III.1.6-b"))]

def try_it(client):
    assert client.wrong_step("/v1/x", {}) == "x:y"

@pytest.mark.parametrize("holder", HEALTH)
def test_by_a_helper(client):
    try_it(client)

@pytest.mark.duty("I.1-a")
def test_itself(client):
    assert client.refused("/v1/x", {})["rule"] == "side:front"
"""


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda path: path.stem)
def test_each_scenario_of_a_duty_asks_for_something_that_is_refused(scenario: Path) -> None:
    assert without_refusal(scenario.read_text("utf-8")) == []


def test_the_scenarios_prove_duties() -> None:
    assert sum(len(proving(each.read_text("utf-8"))) for each in SCENARIOS) > 50


def test_a_scenario_without_a_refusal_is_found() -> None:
    assert without_refusal(GOOD) == []
    assert without_refusal(GOOD.replace("wrong_step", "post")) == ["test_by_a_helper"]
    assert without_refusal(GOOD.replace("refused", "post")) == ["test_itself"]
    assert without_refusal(GOOD.replace("mark.duty", "mark.row").replace("wrong_step", "post")) == []
