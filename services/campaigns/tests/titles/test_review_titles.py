"""Cultural titles; all households are synthetic."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from campaigns.titles.domain.meeting import QuorumNotReached
from campaigns.titles.messages.commands import ReviewTitles
from campaigns.titles.messages.queries import TitleMeetingById
from contracts.errors import DayBeforeLastStep, InvalidField, NotAllowed, WrongStep
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor

Play = Any
AREA, COMMUNE = "05467-K001", "05467"
MEETING = date(2017, 11, 10)  # a Friday
SENT = date(2017, 11, 13)
DECIDED = date(2017, 11, 17)


def test_the_area_head_alone_records_no_vote(stage: Stage, play: Play) -> None:
    with pytest.raises(NotAllowed):
        stage.act(play.review_of({"ttl_1": 60}), by=actor("truong-xom", AREA))


def test_without_quorum_nothing_is_decided_and_it_is_held_again(play: Play) -> None:
    ids = play.register(play.households(1))
    play.assess(ids)
    with pytest.raises(QuorumNotReached) as refused:
        play.review({ids[0]: 59}, attended=59)
    assert refused.value.rule == "gdvh.vote.attendance_min"
    assert "60%" in refused.value.sentences()["vi"]
    play.review({ids[0]: 36}, attended=60)
    assert play.title(ids[0]).state == "area_reviewed"


@pytest.mark.parametrize(("yes", "state"), [(36, "area_reviewed"), (35, "not_passed"), (0, "not_passed")])
def test_the_majority_is_of_those_who_came(play: Play, yes: int, state: str) -> None:
    ids = play.register(play.households(1))
    play.assess(ids)
    play.review({ids[0]: yes})
    assert play.title(ids[0]).state == state


@pytest.mark.parametrize(
    ("votes", "attended", "field"), [(61, 60, "votes.0.yes_votes"), (60, 101, "attended")]
)
def test_counts_that_cannot_be_are_refused(play: Play, votes: int, attended: int, field: str) -> None:
    ids = play.register(play.households(1))
    play.assess(ids)
    with pytest.raises(InvalidField) as refused:
        play.review({ids[0]: votes}, attended=attended)
    assert refused.value.fields[0].field == field


def test_minutes_are_required(play: Play) -> None:
    body = play.review_of({"ttl_1": 60}).model_dump() | {"minutes_ref": " "}
    with pytest.raises(ValidationError):
        ReviewTitles.model_validate(body)


def test_a_vote_of_another_year_is_refused(stage: Stage, play: Play) -> None:
    ids = play.register(play.households(1))
    play.assess(ids)
    with pytest.raises(InvalidField) as refused:
        stage.act(play.review_of({ids[0]: 60}, 2018), by=play.group, on=MEETING)
    assert refused.value.rule == "of-this-meeting"


def test_no_step_before_the_step_before_it(play: Play) -> None:
    ids = play.register(play.households(1))
    play.assess(ids)
    with pytest.raises(DayBeforeLastStep) as refused:
        play.review({ids[0]: 60}, on=date(2017, 11, 9))
    assert refused.value.rule == "title:pass"


def test_deadlines_are_explained_in_working_days(stage: Stage, play: Play) -> None:
    ids = play.register(play.households(1))
    play.assess(ids)
    held = stage.act(play.review_of({ids[0]: 60}), by=play.group, on=MEETING)
    assert held.dossier_due.due_on == date(2017, 11, 15)
    assert "3 ngày làm việc" in held.dossier_due.explanation_vi
    sent = stage.act(play.submission(held.meeting_id), by=play.group, on=date(2017, 11, 16))
    assert (sent.on_time, sent.submitted) == (False, 1)
    assert sent.decision_due.due_on == date(2017, 11, 23)
    assert (sent.decision_due.rule, sent.decision_due.count) == ("gdvh.decision", 5)
    shown = stage.ask(TitleMeetingById(meeting_id=held.meeting_id), by=play.group)
    assert (shown.dossier_due, shown.dossier_no) == (held.dossier_due, "03/HS-BX")


def test_a_dossier_is_sent_once_and_never_empty(stage: Stage, play: Play) -> None:
    first, second = play.register(play.households(1, 2))
    play.assess([first, second])
    passed, failed = play.review({first: 60}), play.review({second: 0})
    stage.act(play.submission(passed), by=actor("truong-xom", AREA), on=SENT)
    for meeting_id, state in ((passed, "Đã gửi hồ sơ"), (failed, "Không danh hiệu nào đạt")):
        with pytest.raises(WrongStep) as refused:
            stage.act(play.submission(meeting_id), by=play.group, on=SENT)
        assert refused.value.rule == "title_meeting:submit"
        assert state in refused.value.sentences()["vi"]


def test_a_meeting_awaits_its_dossier_where_something_passed(stage: Stage, play: Play) -> None:
    first, second = play.register(play.households(1, 2))
    play.assess([first, second])
    passed, _ = play.review({first: 60}), play.review({second: 0})
    steps = [each.step for each in stage.ask(TaskList(state="done"), by=play.group, on=MEETING).items]
    assert steps == ["self_assess", "self_assess", "pass", "pass"]
    others = "registration"
    [task] = [
        each for each in stage.ask(TaskList(), by=play.group, on=MEETING).items if each.subject_kind != others
    ]
    assert (task.subject_id, task.step, task.rule) == (passed, "submit", "gdvh.dossier")
    assert task.due_on == date(2017, 11, 15)
    stage.act(play.submission(passed), by=play.group, on=SENT)
    left = stage.ask(TaskList(), by=play.group, on=SENT).items
    assert {each.subject_kind for each in left} == {others}
