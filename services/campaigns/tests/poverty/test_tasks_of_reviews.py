"""Whose turn it is in a review, what is offered to whom, and what a return leaves; all is synthetic."""

from datetime import date, timedelta
from typing import Any

import pytest

from campaigns.poverty.messages import commands
from campaigns.poverty.messages.queries import (
    PovertyReviewById,
    PovertyStatuses,
    ReviewedHouseholds,
)
from contracts.errors import InvalidField
from shared.history.messages import HistoryOf
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor

from .conftest import AREA, COMMUNE, Round

FOUND = {1: "poor", 2: "poor", 3: "near_poor", 4: "not_poor"}


def tasks(stage: Stage, by: Any, on: date) -> list[tuple[str, str | None]]:
    return [(each.step, each.rule) for each in stage.ask(TaskList(), by=by, on=on).items]


def test_each_body_has_the_task_that_is_its_turn(stage: Stage) -> None:
    review = Round(stage, 2016)
    review.open()
    review.screen([1])
    assert tasks(stage, review.committee, review.day) == [("close_screening", None)]
    review.step(commands.CloseScreening)
    review.score({1: "poor"})
    review.step(commands.CloseScoring)
    assert tasks(stage, review.committee, review.day) == [("post", None), ("hold", None)]
    review.meet()
    assert tasks(stage, review.committee, review.day) == [("post", None)]
    group = actor("ban-ctmt", AREA)
    assert tasks(stage, group, review.day) == [("witness", None)]
    review.witness()
    assert tasks(stage, group, review.day) == []
    review.step(commands.PostPovertyReview)
    [posting] = stage.ask(TaskList(), by=review.committee, on=review.day).items
    assert (posting.step, posting.rule) == ("close_complaints", "poor.public_posting")
    review.day += timedelta(days=20)
    assert posting.due_on < review.day
    review.step(commands.CloseComplaints, received=0, upheld=0)
    assert tasks(stage, review.district, review.day) == [("check", None)]
    review.step(commands.CheckPovertyReview, review.district, doc_number="05/UBND")
    assert tasks(stage, review.committee, review.day) == [("decide", None)]
    review.step(commands.DecidePovertyReview, decision_no="06/QĐ-UBND")
    assert tasks(stage, review.province, review.day) == [("approve", None)]
    review.step(commands.ApprovePovertyReview, review.province, decision_no="165/QĐ-UBND")
    for by in (review.committee, review.district, review.province, group):
        assert tasks(stage, by, review.day) == []


def test_the_committee_above_is_offered_the_check_or_the_return_and_no_other(stage: Stage) -> None:
    review = Round(stage, 2016)
    review.until_posted(FOUND)
    review.day += timedelta(days=20)
    review.step(commands.CloseComplaints, received=0, upheld=0)

    def offered(by: Any) -> set[str]:
        answer = stage.ask(NextSteps(subject_id=review.id), by=by, on=review.day)
        return {each.command for each in answer.items}

    assert offered(review.district) == {"check_poverty_review", "return_poverty_review"}
    assert offered(actor("ubnd-huyen", "171")) == offered(review.committee) == set()


def test_a_return_keeps_its_reason_and_annuls_the_meetings(stage: Stage) -> None:
    review = Round(stage, 2016)
    review.until_posted(FOUND)
    review.day += timedelta(days=20)
    review.step(commands.CloseComplaints, received=0, upheld=0)
    review.step(commands.ReturnPovertyReview, review.district, reason="Chấm điểm chưa thống nhất")
    last = stage.ask(HistoryOf(subject_id=review.id), by=review.district, on=review.day).items[-1]
    assert (last.step, last.state, last.reason) == ("return", "screened", "Chấm điểm chưa thống nhất")
    shown = stage.ask(PovertyReviewById(review_id=review.id), by=review.committee, on=review.day)
    assert [each.state for each in shown.areas] == ["awaited", "awaited"]
    assert tasks(stage, review.committee, review.day) == [("close_scoring", None)]


def test_households_are_found_by_state_place_and_time(stage: Stage) -> None:
    review = Round(stage, 2016)
    review.whole(FOUND)
    commune = actor("ub-mttq-xa", COMMUNE)

    def screened(**filters: object) -> int:
        asked = {"review_id": review.id, "area_code": AREA, **filters}
        return len(stage.ask(ReviewedHouseholds.model_validate(asked), by=review.committee).items)

    def standing(**filters: object) -> int:
        asked = PovertyStatuses.model_validate({"area_code": AREA, **filters})
        return len(stage.ask(asked, by=commune, on=review.day).items)

    assert (screened(), screened(state="poor"), screened(state="escaped")) == (4, 2, 0)
    assert (standing(), standing(state="poor"), standing(state="escaped")) == (3, 2, 0)
    for ask, whole in ((screened, 4), (standing, 3)):
        assert ask(unit=AREA) == ask(unit=COMMUNE) == ask(unit="19") == whole
        assert ask(unit="05431") == ask(year=2012) == ask(to=date(2012, 1, 1)) == 0
        with pytest.raises(InvalidField) as refused:
            ask(unit="99999")
        [field] = refused.value.fields
        assert (field.field, field.rule) == ("unit", "known-unit")
    assert screened(year=2016) == 4
