"""Commendations from the criteria to the nomination; every person is synthetic."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from campaigns.exemplars.domain.criteria import CriteriaTaken, NoCriteriaInForce
from campaigns.exemplars.domain.exemplar import AlreadyNominated, NominationIncomplete
from campaigns.exemplars.messages import (
    CommendationCriteria,
    CommendationCriteriaList,
    ExemplarById,
    ExemplarFacts,
    ExemplarList,
    ExemplarSubject,
    SecondExemplar,
)
from contracts.errors import InvalidField, NotAllowed, NotFound, WrongStep
from contracts.messages import Command, Query
from shared.history.messages import HistoryOf
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Play = Any
AREA, COMMUNE, OTHER = "05467-K001", "05467", "05431"
NOMINATED, REVIEWED = date(2017, 10, 1), date(2017, 10, 15)
DECIDED, FESTIVAL = date(2017, 11, 1), date(2017, 11, 18)
NAME = "Nguyễn Văn Giả Lập"


def anonymous(play: Play) -> list[Command]:
    return [
        play.criteria_of("gui_1"),
        play.nomination(),
        SecondExemplar(exemplar_id="exm_1"),
        play.review("exm_1"),
        play.decision("exm_1"),
        play.festival("exm_1"),
        play.rejection("exm_1"),
    ]


@pytest.mark.parametrize("index", range(7))
def test_no_anonymous_caller_does_anything(stage: Stage, play: Play, index: int) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(anonymous(play)[index], by=None)


@pytest.mark.parametrize(
    "query",
    [
        ExemplarById(exemplar_id="exm_1"),
        ExemplarList(),
        ExemplarSubject(exemplar_id="exm_1"),
        ExemplarFacts(exemplar_id="exm_1"),
    ],
    ids=lambda each: each.wire_name(),
)
def test_no_anonymous_caller_reads_of_persons(stage: Stage, query: Query) -> None:
    with pytest.raises(NotAuthenticated):
        stage.ask(query, by=None)


@pytest.mark.parametrize("agency", ["ub-mttq-tinh", "so-nv", "hnd-tinh", "ubnd-tinh"])
def test_the_standing_board_alone_sets_criteria(stage: Stage, play: Play, agency: str) -> None:
    with pytest.raises(NotAllowed):
        stage.act(play.criteria_of(play.document("1/HD")), by=actor(agency))


def test_criteria_are_those_of_a_standing_document_of_that_kind_and_once(stage: Stage, play: Play) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(play.criteria_of(play.document("2/HD", kind="guidance")), by=play.board)
    assert refused.value.rule == "document-of-criteria"
    wanted = play.criteria_of(play.document("3/HD"))
    stage.act(wanted, by=play.board)
    with pytest.raises(CriteriaTaken):
        stage.act(wanted, by=play.board)
    with pytest.raises(CriteriaTaken):
        stage.act(play.criteria_of(play.document("4/HD")), by=play.board)
    repeated = wanted.model_copy(update={"criteria": [wanted.criteria[0], wanted.criteria[0]]})
    with pytest.raises(InvalidField):
        stage.act(repeated, by=play.board)


def test_the_version_of_the_day_is_in_force(stage: Stage, play: Play) -> None:
    play.criteria("1/HD", date(2017, 7, 1))
    play.criteria("2/HD", date(2018, 1, 1))

    def on(day: date) -> str:
        return str(stage.ask(CommendationCriteria(as_of=day)).version)

    assert [on(date(2017, 12, 31)), on(date(2018, 1, 1)), on(date(2020, 1, 1))] == ["1/HD", "2/HD", "2/HD"]
    with pytest.raises(NoCriteriaInForce):
        on(date(2017, 6, 30))
    assert [each.version for each in stage.ask(CommendationCriteriaList()).items] == ["1/HD", "2/HD"]


def test_a_nomination_keeps_the_version_of_its_day(stage: Stage, play: Play) -> None:
    play.criteria("1/HD")
    exemplar_id = play.reviewed()
    play.criteria("2/HD", date(2017, 10, 20))
    stage.act(play.decision(exemplar_id), by=play.commune, on=DECIDED)
    frozen = stage.ask(ExemplarFacts(exemplar_id=exemplar_id), by=play.group)
    assert frozen.facts["criteria"]["version"] == "1/HD"
    assert frozen.intact


def test_without_criteria_nobody_is_nominated(play: Play) -> None:
    with pytest.raises(NoCriteriaInForce):
        play.nominated()


@pytest.mark.parametrize(
    ("agency", "unit"),
    [("truong-xom", AREA), ("ban-ctmt", "05467-K002"), ("ub-mttq-xa", COMMUNE), ("ubnd-xa", COMMUNE)],
)
def test_the_areas_front_group_alone_nominates(stage: Stage, play: Play, agency: str, unit: str) -> None:
    play.criteria()
    with pytest.raises(NotAllowed):
        stage.act(play.nomination(), by=actor(agency, unit), on=NOMINATED)


MET = [{"criterion_no": no, "evidence_ref": "BB"} for no in (1, 2, 3)]


@pytest.mark.parametrize(
    ("fields", "field", "rule"),
    [
        ({"criteria_met": MET[:1]}, "criteria_met", "each-criterion-once:01/HD-MTTQ"),
        ({"criteria_met": MET}, "criteria_met", "each-criterion-once:01/HD-MTTQ"),
        ({"criteria_met": [MET[0], MET[0]]}, "criteria_met", "each-criterion-once:01/HD-MTTQ"),
        ({"content_code": "ND3"}, "criteria_met", "each-criterion-once:01/HD-MTTQ"),
        ({"co_nominating_bodies": [f"chi-hoi/{AREA}"]}, "co_nominating_bodies", "with-area-head"),
        (
            {"co_nominating_bodies": ["truong-xom/05467-K002"]},
            "co_nominating_bodies.0",
            "head-or-chapter-of-area",
        ),
        ({"co_nominating_bodies": [f"ban-ctmt/{AREA}"]}, "co_nominating_bodies.0", "head-or-chapter-of-area"),
        ({"name": None}, "name", "name-or-reference"),
        ({"subject_ref": "sbj_1"}, "name", "name-or-reference"),
        ({"subject_kind": "household"}, "subject_ref", "household-of-area"),
        (
            {"subject_kind": "household", "name": None, "subject_ref": "hh_x"},
            "subject_ref",
            "household-of-area",
        ),
    ],
)
def test_a_nomination_that_breaks_a_rule_names_field_and_rule_and_nobody(
    play: Play, fields: dict[str, object], field: str, rule: str
) -> None:
    play.criteria()
    with pytest.raises(InvalidField) as refused:
        play.nominated(**fields)
    [error] = refused.value.fields
    assert (error.field, error.rule) == (field, rule)
    assert NAME not in json.dumps(refused.value.sentences(), ensure_ascii=False)


@pytest.mark.parametrize("kind", ["person", "group", "collective"])
def test_a_name_is_in_the_personal_query_alone(stage: Stage, play: Play, kind: str) -> None:
    play.criteria()
    exemplar_id = play.awarded(subject_kind=kind)
    shown = stage.ask(ExemplarById(exemplar_id=exemplar_id), by=play.group)
    assert shown.subject_ref.startswith("sbj_")
    told = [envelope.model_dump_json() for envelope in stage.envelopes]
    facts = stage.ask(ExemplarFacts(exemplar_id=exemplar_id), by=play.group)
    history = stage.ask(HistoryOf(subject_id=exemplar_id), by=play.group)
    assert not any(NAME in each for each in (*told, *(x.model_dump_json() for x in (shown, facts, history))))
    asked = ExemplarSubject(exemplar_id=exemplar_id)
    assert [stage.ask(asked, by=each).name for each in (play.group, play.commune, play.board)] == [NAME] * 3
    assert stage.service.query_named["exemplar_subject"].personal


@pytest.mark.parametrize(
    ("agency", "unit"),
    [("ban-ctmt", "05467-K002"), ("ub-mttq-xa", OTHER), ("ubnd-xa", COMMUNE), ("so-nv", "19")],
)
def test_strangers_do_not_learn_who_it_is(stage: Stage, play: Play, agency: str, unit: str) -> None:
    play.criteria()
    exemplar_id = play.nominated()
    with pytest.raises(NotAllowed):
        stage.ask(ExemplarSubject(exemplar_id=exemplar_id), by=actor(agency, unit))


def test_a_household_is_nominated_by_its_reference(
    stage: Stage, play: Play, launched: Callable[..., str]
) -> None:
    play.criteria()
    [ref] = play.households(launched())
    household = {"subject_kind": "household", "name": None, "subject_ref": ref}
    exemplar_id = play.nominated(**household)
    asked = ExemplarSubject(exemplar_id=exemplar_id)
    assert stage.ask(asked, by=play.group).name is None
    with pytest.raises(AlreadyNominated):
        play.nominated(**household)
    stage.act(play.rejection(exemplar_id), by=play.commune, on=REVIEWED)
    play.nominated(**household)


def test_a_known_person_is_nominated_again_by_reference_once_a_year_and_content(
    stage: Stage, play: Play
) -> None:
    play.criteria()
    ref = stage.ask(ExemplarById(exemplar_id=play.nominated()), by=play.group).subject_ref
    again = {"name": None, "subject_ref": ref}
    with pytest.raises(AlreadyNominated):
        play.nominated(**again)
    with pytest.raises(InvalidField):
        play.nominated(**again, subject_kind="group")
    play.nominated(**again, on=date(2018, 10, 1))
    met = [MET[0], MET[2]]
    play.nominated(**again, content_code="ND3", criteria_met=met)
    listed = stage.ask(ExemplarList(subject_ref=ref), by=play.group).items
    assert [(each.year, each.content_code) for each in listed] == [
        (2017, "ND1"),
        (2018, "ND1"),
        (2017, "ND3"),
    ]


def test_co_nominating_bodies_confirm_for_themselves_before_the_review(stage: Stage, play: Play) -> None:
    play.criteria()
    exemplar_id = play.nominated()
    second = SecondExemplar(exemplar_id=exemplar_id)
    stage.act(second, by=play.head, on=NOMINATED)
    with pytest.raises(NominationIncomplete) as refused:
        stage.act(play.review(exemplar_id), by=play.commune, on=REVIEWED)
    assert "Chi hội đoàn thể khu dân cư số 1" in refused.value.sentences()["vi"]
    with pytest.raises(WrongStep):
        stage.act(second, by=play.head, on=NOMINATED)
    with pytest.raises(NotFound):
        stage.act(second, by=actor("to-truong-tdp", AREA), on=NOMINATED)
    stage.act(second, by=play.chapter, on=NOMINATED)
    stage.act(play.review(exemplar_id), by=play.commune, on=REVIEWED)
    with pytest.raises(WrongStep):
        stage.act(second, by=play.chapter, on=REVIEWED)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"text": "thoat ngheo"}, ["1/HD", "2/HD"]),
        ({"text": "1/HD Gương MẪU"}, ["1/HD"]),
        ({"text": "biển"}, []),
        ({"unit": "19"}, ["1/HD", "2/HD"]),
        ({"unit": "05431"}, []),
        ({"year": 2018}, ["2/HD"]),
        ({"to": date(2017, 12, 31)}, ["1/HD"]),
    ],
)
def test_versions_are_found_by_place_day_and_words(
    stage: Stage, play: Play, filters: dict[str, Any], found: list[str]
) -> None:
    play.criteria("1/HD", date(2017, 7, 1))
    play.criteria("2/HD", date(2018, 1, 1))
    asked = CommendationCriteriaList.model_validate(filters)
    assert [each.version for each in stage.ask(asked).items] == found
