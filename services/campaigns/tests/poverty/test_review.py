"""A review goes its way in order, by its bodies, and only its approval changes a household's status."""

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from campaigns.poverty.domain.review import MeetingDidNotAgree, NotYetComplete, ReviewOfYearExists
from campaigns.poverty.messages import commands
from campaigns.poverty.messages.queries import (
    PovertyRates,
    PovertyReviewById,
    PovertyReviewList,
    PovertyStatuses,
    ReviewedHouseholds,
)
from contracts.errors import InvalidField, NotAllowed, NotFound, WrongStep
from contracts.reference import NoRuleInForce
from shared.domain.deadlines import TooEarly
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

from .conftest import AREA, COMMUNE, OTHER, Round

FOUND = {1: "poor", 2: "poor", 3: "near_poor", 4: "not_poor"}


def statuses(stage: Stage, on: date) -> list[str]:
    shown = stage.ask(PovertyStatuses(area_code=AREA), by=actor("ub-mttq-xa", COMMUNE), on=on).items
    return sorted(each.status for each in shown)


def rates(stage: Stage, on: date, unit_code: str = "19") -> tuple[int, ...]:
    answer = stage.ask(PovertyRates(unit_code=unit_code), on=on)
    return answer.communes, answer.households, answer.poor, answer.near_poor


@pytest.mark.parametrize(
    ("command", "fields", "owner"),
    [
        (
            commands.OpenPovertyReview,
            {
                "unit_code": COMMUNE,
                "year": 2017,
                "areas": [{"area_code": AREA, "area_type": "rural", "households": 1}],
            },
            "ubnd-xa",
        ),
        (commands.ScreenHouseholds, {"area_code": AREA, "list_numbers": [1]}, "ubnd-xa"),
        (commands.CloseScreening, {}, "ubnd-xa"),
        (
            commands.ScoreHouseholds,
            {"scores": [{"household_ref": "hh_1", "b1_points": 1, "deprivations": []}]},
            "ubnd-xa",
        ),
        (commands.CloseScoring, {}, "ubnd-xa"),
        (
            commands.RecordAreaMeeting,
            {"area_code": AREA, "attended": 1, "agreed": 1, "minutes_ref": "1"},
            "ubnd-xa",
        ),
        (commands.WitnessAreaMeeting, {"area_code": AREA}, "ban-ctmt"),
        (commands.PostPovertyReview, {}, "ubnd-xa"),
        (commands.CloseComplaints, {"received": 0, "upheld": 0}, "ubnd-xa"),
        (commands.CheckPovertyReview, {"doc_number": "1"}, "ubnd-huyen"),
        (commands.ReturnPovertyReview, {"reason": "Thiếu"}, "ubnd-huyen"),
        (commands.DecidePovertyReview, {"decision_no": "1"}, "ubnd-xa"),
        (commands.ApprovePovertyReview, {"decision_no": "1"}, "ubnd-tinh"),
    ],
)
def test_nobody_without_a_name_and_no_body_of_the_other_side(
    stage: Stage, command: Any, fields: dict[str, Any], owner: str
) -> None:
    other = "ubnd-xa" if owner == "ban-ctmt" else "ub-mttq-xa"
    given = fields if command is commands.OpenPovertyReview else {"review_id": "pvr_1", **fields}
    with pytest.raises(NotAuthenticated):
        stage.act(command.model_validate(given), by=None)
    with pytest.raises(NotAllowed):
        stage.act(command.model_validate(given), by=actor(other, COMMUNE))


def test_the_approval_alone_gives_a_household_its_status(stage: Stage) -> None:
    review = Round(stage, 2016)
    review.until_checked(FOUND)
    assert statuses(stage, review.day) == []
    review.step(commands.DecidePovertyReview, decision_no="06/QĐ-UBND")
    approved = review.step(commands.ApprovePovertyReview, review.province, decision_no="165/QĐ-UBND")
    assert (approved.state, approved.households, approved.poor, approved.near_poor) == ("approved", 150, 2, 1)
    assert statuses(stage, review.day) == ["near_poor", "poor", "poor"]
    assert statuses(stage, review.day - timedelta(days=1)) == []
    assert stage.events.count("campaigns.household_poverty_status_changed.v1") == 3
    assert stage.events[-1] == "campaigns.poverty_review_approved.v1"
    assert rates(stage, review.day) == (1, 150, 2, 1)
    assert rates(stage, review.day - timedelta(days=1)) == (0, 0, 0, 0)
    assert rates(stage, review.day, "05431") == (0, 0, 0, 0)


def test_who_escapes_is_so_for_its_term_and_may_fall_back(stage: Stage) -> None:
    Round(stage, 2016).whole({1: "poor", 2: "poor"})
    second = Round(stage, 2017)
    approved = second.whole({1: "not_poor", 2: "near_poor"})
    assert (approved.escaped, approved.poor, approved.near_poor) == (2, 0, 1)
    assert statuses(stage, second.day) == ["escaped", "near_poor"]
    ends = date(second.day.year + 3, second.day.month, second.day.day)
    assert statuses(stage, ends - timedelta(days=1)) == ["escaped", "near_poor"]
    assert statuses(stage, ends) == ["near_poor"]
    third = Round(stage, 2018)
    again = third.whole({1: "poor", 2: "near_poor"})
    assert again.fallen_back == 1
    told: Any = [each.data for each in stage.envelopes if each.type.endswith("status_changed.v1")]
    assert (told[-1]["from_status"], told[-1]["to_status"], told[-1]["fallen_back"]) == (
        "escaped",
        "poor",
        True,
    )


def test_who_is_on_the_list_is_looked_at_again(stage: Stage) -> None:
    Round(stage, 2016).whole({1: "poor", 2: "near_poor"})
    second = Round(stage, 2017)
    second.open()
    second.screen([1])
    with pytest.raises(NotYetComplete) as refused:
        second.step(commands.CloseScreening)
    assert "1 listed households" in str(refused.value)


def test_each_step_waits_for_what_it_rests_on(stage: Stage) -> None:
    review = Round(stage, 2016)
    review.open()
    with pytest.raises(ReviewOfYearExists):
        Round(stage, 2016).open()
    review.screen([1, 2])
    review.screen([7], OTHER)
    with pytest.raises(WrongStep) as wrong:
        review.score({1: "poor"})
    assert wrong.value.rule == "poverty_review:score"
    review.step(commands.CloseScreening)
    review.score({1: "poor", 7: "near_poor"})
    with pytest.raises(NotYetComplete):
        review.step(commands.CloseScoring)
    review.score({2: "poor"})
    review.step(commands.CloseScoring)
    with pytest.raises(WrongStep) as unmet:
        review.witness()
    assert unmet.value.rule == "area_meeting:witness"
    with pytest.raises(MeetingDidNotAgree) as refused:
        review.meet(agreed=25)
    assert refused.value.rule == "poor.meeting.quorum_yes"
    review.meet()
    review.witness()
    review.meet(OTHER)
    with pytest.raises(NotYetComplete):
        review.step(commands.PostPovertyReview)
    review.witness(OTHER)
    posted = review.step(commands.PostPovertyReview)
    assert posted.due.rule == "poor.public_posting"
    with pytest.raises(TooEarly):
        review.step(commands.CloseComplaints, received=0, upheld=0)


def test_a_complaint_that_is_right_changes_the_score(stage: Stage) -> None:
    review = Round(stage, 2016)
    review.until_posted(FOUND)
    review.day += timedelta(days=20)
    corrections = [review.form(4, "poor")]
    with pytest.raises(InvalidField):
        review.step(commands.CloseComplaints, received=1, upheld=0, corrections=corrections)
    review.step(commands.CloseComplaints, received=2, upheld=1, corrections=corrections)
    shown = stage.ask(ReviewedHouseholds(review_id=review.id, area_code=AREA), by=review.committee).items
    assert sorted(str(each.found) for each in shown) == ["near_poor", "poor", "poor", "poor"]


def test_what_the_district_returns_is_scored_and_met_about_anew(stage: Stage) -> None:
    review = Round(stage, 2016)
    review.until_posted(FOUND)
    review.day += timedelta(days=20)
    review.step(commands.CloseComplaints, received=0, upheld=0)
    with pytest.raises(NotAllowed):
        review.step(commands.CheckPovertyReview, actor("ubnd-huyen", "171"), doc_number="1")
    review.step(commands.ReturnPovertyReview, review.district, reason="Chấm điểm chưa thống nhất")
    review.step(commands.CloseScoring)
    with pytest.raises(NotYetComplete):
        review.step(commands.PostPovertyReview)
    shown = stage.ask(PovertyReviewById(review_id=review.id), by=review.committee)
    assert [each.minutes_ref for each in shown.areas] == [None, None]


def test_only_screened_households_are_scored(stage: Stage) -> None:
    review = Round(stage, 2016)
    review.open()
    review.screen([1])
    review.step(commands.CloseScreening)
    review.refs[9] = "hh_stranger"
    with pytest.raises(NotFound):
        review.score({1: "poor", 9: "poor"})
    with pytest.raises(NotYetComplete):
        review.step(commands.CloseScoring)


def test_an_indicator_counts_once() -> None:
    with pytest.raises(ValidationError, match="deprivations"):
        commands.Score(household_ref="h", b1_points=1, deprivations=["water_source", "water_source"])


def test_no_law_is_made_up_where_the_table_knows_none(stage: Stage) -> None:
    review = Round(stage, 2023)
    review.open()
    review.screen([1])
    review.step(commands.CloseScreening)
    with pytest.raises(NoRuleInForce):
        review.score({1: "poor"})


def test_households_are_shown_to_their_place_alone(stage: Stage) -> None:
    Round(stage, 2016).whole(FOUND)
    for by in (None, actor("ub-mttq-xa", "05431"), actor("hlhpn-tinh")):
        with pytest.raises((NotAllowed, NotAuthenticated)):
            stage.ask(PovertyStatuses(area_code=AREA), by=by)
    listed = stage.ask(PovertyReviewList(unit="164", year=2016), by=actor("hlhpn-tinh")).items
    assert [each.poor for each in listed] == [2]
