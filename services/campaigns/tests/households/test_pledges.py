"""A household's year: registered, assessed by itself, confirmed at the festival; all is synthetic."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sqlalchemy import select

from campaigns.households.domain.registration import Registration
from campaigns.households.messages import (
    AssessHouseholds,
    ConfirmHouseholds,
    PledgeCounts,
    PledgeList,
    RegisterHouseholds,
)
from contracts.errors import InvalidField, NotAllowed, NotFound, WrongStep
from shared.authority import Actor
from shared.history.messages import HistoryOf
from shared.tables import audit
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

AREA, YEAR = "05467-K001", 2018
AUTUMN, FESTIVAL = date(YEAR, 10, 20), date(YEAR, 11, 15)


@pytest.fixture
def group() -> Actor:
    return actor("ban-ctmt", AREA)


@pytest.fixture
def registered(stage: Stage, launched: Callable[..., str], group: Actor) -> None:
    """Three households registered ND1 and ND2 in January."""
    entries = [{"list_number": number, "content_codes": ["ND1", "ND2"]} for number in (1, 2, 3)]
    body = {"campaign_id": launched(), "area_code": AREA, "year": YEAR, "households": entries}
    stage.act(RegisterHouseholds.model_validate(body), by=group, on=date(YEAR, 1, 10))


def assessing(*numbers: int, kept: tuple[str, ...] = ("ND1",), year: int = YEAR) -> AssessHouseholds:
    households = [{"list_number": number, "kept_codes": list(kept)} for number in numbers]
    return AssessHouseholds.model_validate({"area_code": AREA, "year": year, "households": households})


def confirming(found: dict[int, bool], year: int = YEAR) -> ConfirmHouseholds:
    households = [
        {"list_number": number, "confirmed": good, "reason": None if good else "Không có người ở nhà"}
        for number, good in found.items()
    ]
    body = {"area_code": AREA, "year": year, "minutes_ref": "03/BB", "households": households}
    return ConfirmHouseholds.model_validate(body)


def counts(stage: Stage, on: date, unit_code: str = "164") -> Counter[str]:
    answer = stage.ask(PledgeCounts(unit_code=unit_code, year=YEAR), on=on)
    steps = ("registered", "self_assessed", "confirmed", "not_confirmed")
    return Counter({step: getattr(answer, step) for step in steps})


def test_nobody_without_a_name_and_no_state_body_writes_or_reads(stage: Stage) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(assessing(1), by=None)
    for by in (actor("ubnd-xa", "05467"), actor("ban-ctmt", "05467-K002")):
        for wanted in (assessing(1), confirming({1: True})):
            with pytest.raises(NotAllowed):
                stage.act(wanted, by=by)
        with pytest.raises(NotAllowed):
            stage.ask(PledgeList(area_code=AREA, year=YEAR), by=by)


@pytest.mark.usefixtures("registered")
def test_the_festival_confirms_what_was_assessed(stage: Stage, group: Actor) -> None:
    stage.act(assessing(1, 2), by=group, on=AUTUMN)
    answer = stage.act(confirming({1: True, 2: False}), by=group, on=FESTIVAL)
    assert (answer.confirmed, answer.not_confirmed) == (1, 1)
    listed = stage.ask(PledgeList(area_code=AREA, year=YEAR), by=group).items
    states = {each.state: each for each in listed}
    assert set(states) == {"confirmed", "not_confirmed", "registered"}
    assert states["confirmed"].kept_codes == ["ND1"]
    assert states["not_confirmed"].reason == "Không có người ở nhà"
    only = stage.ask(PledgeList(area_code=AREA, year=YEAR, state="confirmed"), by=group).items
    assert [each.settled_on for each in only] == [FESTIVAL]


@pytest.mark.usefixtures("registered")
def test_each_household_awaits_its_assessment_and_its_confirmation_by_the_festival_day(
    stage: Stage, group: Actor
) -> None:
    def awaited(on: date) -> Counter[tuple[str, date | None, str | None]]:
        items = stage.ask(TaskList(), by=group, on=on).items
        return Counter((each.step, each.due_on, each.rule) for each in items)

    until = (date(YEAR, 11, 18), "report.festival.day")
    assert awaited(AUTUMN) == {("self_assess", *until): 3}
    stage.act(assessing(1, 2), by=group, on=AUTUMN)
    assert awaited(AUTUMN) == {("self_assess", *until): 1, ("confirm", *until): 2}
    stage.act(confirming({1: True, 2: False}), by=group, on=FESTIVAL)
    assert awaited(FESTIVAL) == {("self_assess", *until): 1}


@pytest.mark.usefixtures("registered")
def test_counts_are_as_of_a_day_and_of_all_below(stage: Stage, group: Actor) -> None:
    stage.act(assessing(1, 2), by=group, on=AUTUMN)
    stage.act(confirming({1: True}), by=group, on=FESTIVAL)
    assert counts(stage, date(YEAR, 1, 9)) == Counter()
    assert counts(stage, date(YEAR, 10, 19)) == Counter(registered=3)
    assert counts(stage, AUTUMN) == Counter(registered=1, self_assessed=2)
    assert counts(stage, FESTIVAL) == Counter(registered=1, self_assessed=1, confirmed=1)
    assert counts(stage, FESTIVAL, "05488") == Counter()


@pytest.mark.usefixtures("registered")
@pytest.mark.parametrize("on", [date(YEAR, 11, 19), date(YEAR + 1, 1, 5)])
def test_it_is_too_late_after_the_festival(stage: Stage, group: Actor, on: date) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(assessing(1), by=group, on=on)
    assert refused.value.rule == "report.festival.day"


@pytest.mark.usefixtures("registered")
@pytest.mark.parametrize(
    ("on", "rule"), [(date(YEAR, 10, 31), "report.festival.window"), (date(YEAR + 1, 11, 15), "same-year")]
)
def test_only_a_festival_confirms(stage: Stage, group: Actor, on: date, rule: str) -> None:
    stage.act(assessing(1), by=group, on=AUTUMN)
    with pytest.raises(InvalidField) as refused:
        stage.act(confirming({1: True}), by=group, on=on)
    assert refused.value.rule == rule


@pytest.mark.usefixtures("registered")
def test_all_of_a_list_or_none(stage: Stage, group: Actor) -> None:
    with pytest.raises(NotFound):
        stage.act(assessing(1, 9), by=group, on=AUTUMN)
    with pytest.raises(InvalidField) as refused:
        stage.act(assessing(1, 2, kept=("ND5",)), by=group, on=AUTUMN)
    assert refused.value.rule == "registered-content"
    with pytest.raises(WrongStep) as wrong:
        stage.act(confirming({1: True}), by=group, on=FESTIVAL)
    assert wrong.value.rule == "registration:confirm"
    assert counts(stage, FESTIVAL) == Counter(registered=3)


@pytest.mark.usefixtures("registered")
def test_what_a_household_registered_is_read_in_its_place_alone_and_audited(
    stage: Stage, group: Actor
) -> None:
    listed = stage.ask(PledgeList(area_code=AREA, year=YEAR), by=group).items
    history = HistoryOf(subject_id=listed[0].registration_id)
    assert stage.ask(history, by=group).items
    for by in (actor("ban-ctmt", "05467-K002"), actor("ubnd-xa", "05431")):
        with pytest.raises(NotAllowed) as refused:
            stage.ask(history, by=by)
        assert refused.value.rule == "own-unit-or-below"
    with stage.database.reading() as session:
        read = session.scalars(select(audit.c.act).where(audit.c.outcome == "read")).all()
    assert read[:2] == ["pledge_list", "history_of"]


@pytest.mark.usefixtures("registered")
def test_the_history_of_a_registration_tells_who_and_why(stage: Stage, group: Actor) -> None:
    stage.act(assessing(2), by=group, on=AUTUMN)
    stage.act(confirming({2: False}), by=group, on=FESTIVAL)
    asked = PledgeList(area_code=AREA, year=YEAR, state="not_confirmed")
    [refuted] = stage.ask(asked, by=group).items
    steps = stage.ask(HistoryOf(subject_id=refuted.registration_id), by=group).items
    assert [(each.step, each.state, each.reason) for each in steps] == [
        ("register", "registered", None),
        ("self_assess", "self_assessed", None),
        ("not_confirm", "not_confirmed", "Không có người ở nhà"),
    ]
    assert {each.acting_body for each in steps} == {group.body}


def test_who_is_not_confirmed_learns_why() -> None:
    finding = {"list_number": 1, "confirmed": False}
    with pytest.raises(ValidationError, match="reason"):
        ConfirmHouseholds.model_validate(
            {"area_code": AREA, "year": YEAR, "minutes_ref": "03/BB", "households": [finding]}
        )


@given(st.lists(st.sampled_from(["assess", "confirm", "refute"]), max_size=5))
def test_no_order_of_steps_leaves_the_way(steps: list[str]) -> None:
    day = date(YEAR, 1, 10)
    one = Registration(
        id="reg_1",
        household_ref="hh_1",
        area_code=AREA,
        campaign_id="cmp_1",
        year=YEAR,
        content_codes=["ND1"],
        path="/19/164/05467/05467-K001/",
        registering_body="ban-ctmt/" + AREA,
        registered_on=day,
        recorded_at=datetime(YEAR, 1, 10, tzinfo=UTC),
    )
    way = [one.state]
    for step in steps:
        try:
            if step == "assess":
                one.assess(["ND1"], day)
            else:
                one.settle("03/BB", None, day, confirmed=step == "confirm")
        except WrongStep:
            continue
        way.append(one.state)
    assert way in (
        ["registered"],
        ["registered", "self_assessed"],
        ["registered", "self_assessed", "confirmed"],
        ["registered", "self_assessed", "not_confirmed"],
    )
