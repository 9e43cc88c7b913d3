"""The oracle's parts on made-up observed: what each kind of count is about."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete

from faults.injected import Injected
from faults.members import Member
from faults.observed import Observed, ObservedService, Told
from faults.oracle import Findings, Oracle, inversions
from shared.bus.inbox import State
from shared.example import NoteWritten, service
from shared.service import Feature, timer
from shared.tables import timer_runs
from shared.testing import Stage
from shared.work import Work

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


@timer(every="day", vi="Báo mỗi ngày")
def tell_daily(work: Work) -> None:
    """Tell that a day began."""
    work.emit(NoteWritten(board="days", number=work.today.day))


@pytest.fixture
def ticked() -> Stage:
    """A service whose timer told once a day, on two days."""
    stage = Stage(replace(service, features=[Feature(timers=[tell_daily])]))
    for day in (1, 2):
        stage.tick(on=date(2017, 7, day))
    return stage


def judged(stage: Stage) -> Findings:
    example = ObservedService(Member("example", "shared.example"), stage.database)
    return Oracle(Observed({"example": example}), Injected()).judge([])


def test_what_the_calendar_brought_about_is_no_ghost(ticked: Stage) -> None:
    found = judged(ticked)
    assert (found.counts["ghost"], found.counts["double"]) == (0, 0)


def test_an_event_without_act_or_tick_is_a_ghost(ticked: Stage) -> None:
    with ticked.work() as work:
        tell_daily(work)
    assert judged(ticked).counts["ghost"] == 1


def test_a_period_done_twice_is_double(ticked: Stage) -> None:
    with ticked.database.transaction() as session:
        session.execute(delete(timer_runs))
    ticked.tick(on=date(2017, 7, 2))
    assert judged(ticked).counts["double"] == 1
