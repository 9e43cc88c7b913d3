"""Contracts hold what events or two packages carry; what one service alone needs lies with that service."""

from pathlib import Path

import pytest

from architecture.literals import repeated
from architecture.values import OWN, lonely

ROOT = Path(__file__).parents[2]


def test_contracts_hold_no_value_type_of_one_service_alone() -> None:
    assert lonely(ROOT) == []


def test_no_service_spells_a_literal_of_the_contracts_again() -> None:
    assert repeated(ROOT) == []


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """A repository with three value types, of which no one has a use yet."""
    (tmp_path / OWN).mkdir(parents=True)
    (tmp_path / OWN / "codes.py").write_text('BOUND = 1\nFirst = Made[BOUND]\nSecond = Made["b"]\n')
    for place in ("contracts/src/contracts", "services/funds/src/funds", "services/critique/src/critique"):
        (tmp_path / place).mkdir(parents=True, exist_ok=True)
    return tmp_path


def use(root: Path, place: str, name: str) -> None:
    (root / place).write_text(f"from contracts.values import {name}\n")


def test_a_type_that_one_service_uses_is_found(made_up: Path) -> None:
    use(made_up, "services/funds/src/funds/messages.py", "First")
    assert lonely(made_up) == ["BOUND", "First", "Second"]


def test_what_an_event_or_two_services_carry_stays_with_what_it_is_made_of(made_up: Path) -> None:
    use(made_up, "contracts/src/contracts/events.py", "Second")
    use(made_up, "services/funds/src/funds/messages.py", "First")
    use(made_up, "services/critique/src/critique/messages.py", "First")
    assert lonely(made_up) == []


def test_a_literal_of_the_same_values_is_found_in_any_order_and_a_single_value_is_not(tmp_path: Path) -> None:
    for place, text in {
        "contracts": 'Level = Literal["T", "H"]\nOne = Literal["v1"]\n',
        "services/funds": 'A = Literal["H", "T"]\nB = Literal["T", "H", "X"]\nC = Literal["v1"]\n',
    }.items():
        (tmp_path / place / "src").mkdir(parents=True)
        (tmp_path / place / "src/values.py").write_text(text)
    assert repeated(tmp_path) == ["services/funds/src/values.py:1"]
