"""Cultural titles; all households are synthetic."""

from datetime import date
from typing import Any

import pytest

from campaigns.titles.domain.title import TitleAlreadyCovered
from campaigns.titles.messages.commands import (
    RecogniseTitle,
    RegisterTitles,
    RejectTitle,
    ReviewTitles,
    RevokeTitle,
    SelfAssessTitle,
    SubmitTitles,
    TitleVote,
)
from campaigns.titles.messages.queries import TitleById, TitleFacts, TitleList
from contracts.errors import InvalidField, NotAllowed, WrongStep
from contracts.messages import Command, Query
from contracts.reference import UnknownCriterion
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Play = Any
AREA, COMMUNE = "05467-K001", "05467"
MEETING = date(2017, 11, 10)  # a Friday
SENT = date(2017, 11, 13)
DECIDED = date(2017, 11, 17)


ANONYMOUS = [
    RegisterTitles(title="KDCVH", area_code=AREA, year=2017),
    SelfAssessTitle(registration_id="ttl_1", meets=True),
    ReviewTitles(
        title="GDVH",
        area_code=AREA,
        year=2017,
        invited=100,
        attended=60,
        ballot="show_of_hands",
        minutes_ref="02/BB-BX",
        votes=[TitleVote(registration_id="ttl_1", yes_votes=60)],
    ),
    SubmitTitles(meeting_id="tmt_1", dossier_no="03/HS-BX"),
    RecogniseTitle(registration_id="ttl_1", decision_no="15/QĐ-UBND"),
    RejectTitle(registration_id="ttl_1", reason="Chưa đủ"),
    RevokeTitle(registration_id="ttl_1", decision_no="1/QĐ", reason="Vi phạm"),
]


@pytest.mark.parametrize("command", ANONYMOUS, ids=lambda each: each.wire_name())
def test_no_anonymous_caller_does_anything(stage: Stage, command: Command) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(command, by=None)


@pytest.mark.parametrize(
    "question", [TitleById(registration_id="ttl_1"), TitleList(), TitleFacts(registration_id="ttl_1")]
)
def test_no_anonymous_caller_reads_titles(stage: Stage, question: Query) -> None:
    with pytest.raises(NotAuthenticated):
        stage.ask(question)


@pytest.mark.parametrize(
    ("agency", "unit"),
    [("ubnd-xa", COMMUNE), ("ban-ctmt", "05467-K002"), ("truong-xom", AREA), ("hlhpn-tinh", "19")],
)
def test_only_the_front_of_the_area_or_its_commune_registers(stage: Stage, agency: str, unit: str) -> None:
    with pytest.raises(NotAllowed):
        stage.act(RegisterTitles(title="KDCVH", area_code=AREA, year=2017), by=actor(agency, unit))


def test_a_registration_is_evidence_and_names_no_number(stage: Stage, play: Play) -> None:
    [ref] = play.households(7)
    [registration_id] = play.register([ref])
    event = stage.envelopes[-1]
    assert (event.type, event.duties, event.unit) == ("campaigns.title_registered.v1", "II.1a-h", AREA)
    assert event.data == {
        "registration_id": registration_id,
        "title": "GDVH",
        "subject_ref": ref,
        "area_code": AREA,
        "year": 2017,
    }


def test_a_household_of_another_list_is_refused_by_its_place_in_the_request(play: Play) -> None:
    [ref] = play.households(1)
    with pytest.raises(InvalidField) as refused:
        play.register([ref, "hh_elsewhere"])
    assert refused.value.fields[0].field == "household_refs.1"


@pytest.mark.parametrize(("title", "refs"), [("GDVH", []), ("KDCVH", ["hh_1"])])
def test_the_family_title_alone_names_households(play: Play, title: str, refs: list[str]) -> None:
    with pytest.raises(InvalidField) as refused:
        play.register(refs, title=title)
    assert refused.value.rule == "households-for-family-title"


def test_a_subject_registers_once_a_year_and_nothing_of_the_batch_is_kept(stage: Stage, play: Play) -> None:
    first, second = play.households(1, 2)
    play.register([first])
    before = len(stage.events)
    with pytest.raises(TitleAlreadyCovered):
        play.register([second, first])
    assert len(stage.events) == before
    play.register([second])


def test_no_criterion_is_made_up_where_the_list_is_not_known(stage: Stage, play: Play) -> None:
    [registration_id] = play.register(play.households(1))
    said = {"registration_id": registration_id, "meets": True, "criteria": [{"criterion_no": 1, "met": True}]}
    with pytest.raises(UnknownCriterion):
        stage.act(SelfAssessTitle.model_validate(said), by=play.group, on=MEETING)


def test_whoever_does_not_hold_itself_to_meet_the_set_goes_no_further(stage: Stage, play: Play) -> None:
    [registration_id] = play.register(play.households(1))
    unmet = SelfAssessTitle(registration_id=registration_id, meets=False)
    assert stage.act(unmet, by=play.group, on=MEETING).state == "not_met"
    with pytest.raises(WrongStep):
        play.review({registration_id: 60})


def test_self_assessment_belongs_to_the_area(stage: Stage, play: Play) -> None:
    [registration_id] = play.register(play.households(1))
    with pytest.raises(NotAllowed):
        stage.act(
            SelfAssessTitle(registration_id=registration_id, meets=True),
            by=actor("ban-ctmt", "05431-K001"),
            on=MEETING,
        )
