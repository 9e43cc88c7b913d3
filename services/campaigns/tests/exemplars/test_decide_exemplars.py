"""Commendations from the review to the award; every person is synthetic."""

from datetime import date
from typing import Any

import pytest

from campaigns.exemplars.domain.exemplar import NominationIncomplete
from campaigns.exemplars.messages import (
    ExemplarById,
    ExemplarCounts,
    ExemplarFacts,
    ExemplarList,
    SecondExemplar,
)
from contracts.errors import InvalidField, NotAllowed, NotFound, WrongStep
from shared.authority import Actor
from shared.history.messages import HistoryOf
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor

Play = Any
AREA, COMMUNE, OTHER = "05467-K001", "05467", "05431"
NOMINATED, REVIEWED = date(2017, 10, 1), date(2017, 10, 15)
DECIDED, FESTIVAL = date(2017, 11, 1), date(2017, 11, 18)
NAME = "Nguyễn Văn Giả Lập"


@pytest.mark.parametrize(
    ("agency", "unit"),
    [("ub-mttq-xa", OTHER), ("ub-mttq-huyen", "164"), ("ubnd-xa", COMMUNE), ("ban-ctmt", AREA)],
)
def test_the_communes_front_committee_alone_reviews(stage: Stage, play: Play, agency: str, unit: str) -> None:
    play.criteria()
    exemplar_id = play.seconded()
    with pytest.raises(NotAllowed):
        stage.act(play.review(exemplar_id), by=actor(agency, unit), on=REVIEWED)


@pytest.mark.parametrize(
    ("level", "agency", "unit"),
    [("X", "ub-mttq-xa", COMMUNE), ("H", "ub-mttq-huyen", "164"), ("T", "btt-mttq-tinh", "19")],
)
def test_the_standing_board_of_the_level_alone_decides(
    stage: Stage, play: Play, level: str, agency: str, unit: str
) -> None:
    play.criteria()
    exemplar_id = play.reviewed(level)
    others = {
        ("ub-mttq-xa", COMMUNE),
        ("ub-mttq-xa", OTHER),
        ("ub-mttq-huyen", "164"),
        ("ub-mttq-huyen", "171"),
        ("btt-mttq-tinh", "19"),
        ("ub-mttq-tinh", "19"),
        ("ubnd-tinh", "19"),
    }
    for other in sorted(others - {(agency, unit)}):
        with pytest.raises(NotAllowed):
            stage.act(play.decision(exemplar_id), by=actor(*other), on=DECIDED)
    done = stage.act(play.decision(exemplar_id), by=actor(agency, unit), on=DECIDED)
    assert (done.state, done.decided_on) == ("decided", DECIDED)


def test_no_level_commends_that_has_ended(stage: Stage, play: Play) -> None:
    play.criteria()
    exemplar_id = play.seconded()
    later = date(2025, 10, 1)
    with pytest.raises(InvalidField) as refused:
        stage.act(play.review(exemplar_id, "H"), by=actor("ub-mttq-xa", COMMUNE, on=later), on=later)
    assert refused.value.rule == "level-in-force"
    [said] = refused.value.fields
    assert (said.vi[-9:], said.en[-19:]) == ("cấp huyện", "district on the day")


def test_commendations_of_a_level_that_ended_pass_to_the_province(stage: Stage, play: Play) -> None:
    play.criteria()
    exemplar_id, later = play.reviewed("H"), date(2025, 8, 1)
    board = actor("btt-mttq-tinh", on=later)
    assert stage.act(play.decision(exemplar_id), by=board, on=later).state == "decided"


def test_a_confirmation_counts_from_its_day(stage: Stage, play: Play) -> None:
    play.criteria()
    exemplar_id = play.nominated()
    second = SecondExemplar(exemplar_id=exemplar_id)
    with pytest.raises(InvalidField):
        stage.act(second, by=play.head, on=date(2017, 9, 30))
    for body in (play.head, play.chapter):
        stage.act(second, by=body, on=DECIDED)
    with pytest.raises(NominationIncomplete):
        stage.act(play.review(exemplar_id), by=play.commune, on=REVIEWED)


def test_the_award_is_told_with_both_duties(stage: Stage, play: Play) -> None:
    play.criteria()
    before = len(stage.envelopes)
    exemplar_id = play.awarded()
    [event] = stage.envelopes[before:]
    assert (event.type, event.duties) == ("campaigns.exemplar_commended.v1", "II.5b-e,III.2a-g")
    told = {name: event.data[name] for name in ("form", "occasion", "content_code", "decision_no")}
    assert told == {
        "form": "certificate_of_commendation",
        "occasion": "festival_18_11",
        "content_code": "ND1",
        "decision_no": "21/QĐ-MTTQ",
    }
    steps = stage.ask(HistoryOf(subject_id=exemplar_id), by=play.group).items
    assert [each.step for each in steps] == ["nominate", "second", "second", "review", "decide", "award"]


@pytest.mark.parametrize("day", [date(2017, 11, 19), date(2017, 12, 1), date(2018, 10, 31)])
def test_the_festival_is_when_the_rule_table_says(stage: Stage, play: Play, day: date) -> None:
    play.criteria()
    exemplar_id = play.decided()
    with pytest.raises(InvalidField) as refused:
        stage.act(play.festival(exemplar_id), by=play.group, on=day)
    assert refused.value.rule == "report.festival.window"


def test_only_the_area_and_who_decided_award_and_only_after_the_decision(stage: Stage, play: Play) -> None:
    play.criteria()
    exemplar_id = play.reviewed("T")
    with pytest.raises(WrongStep):
        stage.act(play.festival(exemplar_id), by=play.group, on=FESTIVAL)
    stage.act(play.decision(exemplar_id), by=play.board, on=DECIDED)
    for other in (actor("ban-ctmt", "05467-K002"), play.commune, actor("truong-xom", AREA)):
        with pytest.raises(NotAllowed):
            stage.act(play.festival(exemplar_id), by=other, on=FESTIVAL)
    stage.act(play.festival(exemplar_id), by=play.board, on=FESTIVAL)


def test_whose_turn_it_is_rejects_with_a_reason(stage: Stage, play: Play) -> None:
    play.criteria()
    first, second = play.nominated(), play.reviewed("H")
    district = actor("ub-mttq-huyen", "164")
    for exemplar_id, wrong, right in ((first, district, play.commune), (second, play.commune, district)):
        with pytest.raises(NotAllowed):
            stage.act(play.rejection(exemplar_id), by=wrong, on=REVIEWED)
        stage.act(play.rejection(exemplar_id), by=right, on=REVIEWED)
        shown = stage.ask(ExemplarById(exemplar_id=exemplar_id), by=play.group)
        assert (shown.state, shown.reason) == ("rejected", "Minh chứng chưa đủ")
        with pytest.raises(WrongStep):
            stage.act(play.decision(exemplar_id), by=district, on=DECIDED)


def test_each_body_has_among_its_tasks_what_is_its_turn(stage: Stage, play: Play) -> None:
    play.criteria()
    district = actor("ub-mttq-huyen", "164")

    def awaited(*bodies: Actor) -> list[list[str]]:
        tasks = [stage.ask(TaskList(), by=each, on=FESTIVAL).items for each in bodies]
        return [[each.step for each in own if each.subject_kind == "exemplar"] for own in tasks]

    exemplar_id = play.nominated()
    assert awaited(play.head, play.chapter, play.commune) == [["second"], ["second"], ["review"]]
    stage.act(SecondExemplar(exemplar_id=exemplar_id), by=play.head, on=NOMINATED)
    assert awaited(play.head, play.chapter, play.commune) == [[], ["second"], ["review"]]
    stage.act(SecondExemplar(exemplar_id=exemplar_id), by=play.chapter, on=NOMINATED)
    stage.act(play.review(exemplar_id, "H"), by=play.commune, on=REVIEWED)
    assert awaited(play.commune, district) == [[], ["decide"]]
    stage.act(play.decision(exemplar_id), by=district, on=DECIDED)
    assert awaited(district, play.group) == [["award"], ["award"]]
    stage.act(play.festival(exemplar_id), by=play.group, on=FESTIVAL)
    assert awaited(district, play.group) == [[], []]


def test_what_each_body_may_do_next_follows_its_part(stage: Stage, play: Play) -> None:
    play.criteria()
    exemplar_id = play.nominated()

    def possible(by: Actor) -> list[str]:
        items = stage.ask(NextSteps(subject_id=exemplar_id), by=by, on=REVIEWED).items
        return [each.command for each in items]

    assert possible(play.head) == ["second_exemplar"]
    assert possible(play.commune) == ["review_exemplar", "reject_exemplar"]
    assert possible(actor("ub-mttq-xa", OTHER)) == possible(play.group) == []


def test_facts_exist_only_with_a_decision(stage: Stage, play: Play) -> None:
    play.criteria()
    with pytest.raises(NotFound):
        stage.ask(ExemplarFacts(exemplar_id=play.reviewed()), by=play.group)


def test_lists_and_counts_filter_and_count_as_of_a_day(stage: Stage, play: Play) -> None:
    play.criteria()
    first, second = play.awarded(), play.nominated(name="Trần Thị Giả Lập", subject_kind="group")

    def found(**more: object) -> list[str]:
        page = stage.ask(ExemplarList.model_validate(more), by=play.group)
        return [each.exemplar_id for each in page.items]

    assert found() == found(unit=AREA) == found(unit="164", year=2017) == [first, second]
    assert found(unit="165") == found(year=2018) == found(content_code="ND2") == []
    assert found(state="awarded") == found(subject_kind="person") == [first]
    page = stage.ask(ExemplarList(limit=1), by=play.group)
    assert (
        stage.ask(ExemplarList(limit=1, cursor=page.next_cursor), by=play.group).items[0].exemplar_id
        == second
    )

    def on(day: date, **more: object) -> dict[tuple[str, str], int]:
        asked = ExemplarCounts.model_validate({"unit_code": "19", "as_of": day, **more})
        return {(each.subject_kind, each.state): each.exemplars for each in stage.ask(asked).counts}

    assert on(date(2017, 9, 30)) == on(FESTIVAL, year=2018) == on(FESTIVAL, unit_code="165") == {}
    assert on(NOMINATED) == {("person", "nominated"): 1, ("group", "nominated"): 1}
    assert on(DECIDED) == {("person", "decided"): 1, ("group", "nominated"): 1}
    assert on(FESTIVAL, year=2017) == {("person", "awarded"): 1, ("group", "nominated"): 1}
