import json

import pytest

from chungtay.duties.board import Board, Outcome
from chungtay.problems import Problem

SCENARIOS = """
import pytest
pytestmark = pytest.mark.duty("0-a")

@pytest.mark.duty("II.2a-a", "II.2a-b")
def test_donation(): pass

def test_wrong(): assert False

@pytest.mark.skip
def test_skipped(): pass

@pytest.fixture
def broken_end():
    yield
    raise RuntimeError

def test_bad_end(broken_end): pass
"""

SERVICES = {"0-a": "reporting", "I.1-a": "reporting", "II.2a-a": "funds", "II.2a-b": "funds"}


def test_the_plugin_notes_duties_and_outcomes(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nmarkers = duty(id): a duty")
    pytester.makepyfile(test_it=SCENARIOS)
    target = pytester.path / "outcomes.json"
    pytester.runpytest_subprocess("-p", "chungtay.duties.plugin", f"--duties-to={target}")
    outcomes = json.loads(target.read_text(encoding="utf-8"))
    assert outcomes["test_it.py::test_donation"] == {"duties": ["II.2a-a", "II.2a-b", "0-a"], "passed": True}
    failed = {scenario for scenario, outcome in outcomes.items() if not outcome["passed"]}
    assert failed == {f"test_it.py::test_{name}" for name in ("wrong", "skipped", "bad_end")}


def test_a_duty_is_shown_when_all_its_scenarios_pass() -> None:
    outcomes = {
        "donation": Outcome(duties=["II.2a-a", "II.2a-b"], passed=True),
        "pledge": Outcome(duties=["II.2a-a"], passed=False),
    }
    board = Board(SERVICES, outcomes)
    shown = board.shown()
    assert list(shown) == ["II.2a-a", "II.2a-b"]
    assert not shown["II.2a-a"].passed
    assert shown["II.2a-a"].scenarios == ["donation", "pledge"]
    assert shown["II.2a-b"].passed
    assert board.closing_line() == "duties: 4, shown 1, failing 1"


def test_an_unknown_duty_is_refused() -> None:
    with pytest.raises(Problem, match=r"donation is marked with duty II\.9z"):
        Board(SERVICES, {"donation": Outcome(duties=["II.9z"], passed=True)})
