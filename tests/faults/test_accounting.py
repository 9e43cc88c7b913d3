"""The oracle's parts on made-up observed: what each kind of count is about."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faults.injected import Injected
from faults.observed import Told
from faults.oracle import Findings, inversions
from shared.bus.inbox import State

EventId = tuple[str, str]


def told(seq: int, key: str) -> Told:
    return Told(seq, "/funds", key, "funds.drive_opened.v1", "cor", None, (), {})


@pytest.fixture
def two_keys() -> dict[EventId, Told]:
    return {("/funds", f"e{seq}"): told(seq, "ab"[seq % 2]) for seq in range(1, 7)}


def test_order_within_a_key_is_order(two_keys: dict[EventId, Told]) -> None:
    by_key = sorted(two_keys, key=lambda event: (two_keys[event].key, two_keys[event].seq))
    assert inversions(by_key, two_keys) == []


def test_an_event_after_a_later_one_of_its_key_is_disorder(two_keys: dict[EventId, Told]) -> None:
    events = list(two_keys)
    assert inversions([events[2], events[0], events[1]], two_keys) == [events[0]]


def test_a_late_copy_is_no_disorder(two_keys: dict[EventId, Told]) -> None:
    events = list(two_keys)
    assert inversions([*events, *events], two_keys) == []


@given(st.permutations(range(1, 7)))
def test_exactly_those_that_were_overtaken_are_counted(order: list[int]) -> None:
    all_told = {("/funds", str(seq)): told(seq, "k") for seq in order}
    wrong = inversions([("/funds", str(seq)) for seq in order], all_told)
    overtaken = [seq for place, seq in enumerate(order) if any(other > seq for other in order[:place])]
    assert [event_id for _, event_id in wrong] == [str(seq) for seq in overtaken]


def test_findings_are_clean_until_something_is_found() -> None:
    clean, found = Findings(), Findings()
    clean.add("lost", "nothing", [])
    assert clean.clean
    found.add("lost", "an event", ["e1"])
    assert not found.clean
    assert str(found).startswith("lost 1, double 0")


@pytest.mark.parametrize(
    ("state", "right"), [(State.PARKED, True), (State.DISCARDED, True), (State.RECEIVED, False)]
)
def test_garbage_is_explained_only_when_it_was_set_aside(
    *, state: State, right: bool, digest: Callable[[bytes], str]
) -> None:
    injected = Injected()
    injected.garbage(b"\x00")
    assert injected.explains("funds", "unreadable", digest(b"\x00"), state) is right
    assert not injected.explains("funds", "unreadable", digest(b"other"), state)
