"""Whom the way to a standard awaits next, what each is offered, and why it went back."""

from datetime import date
from typing import Any

from campaigns.standards.messages import commands as asked
from shared.history.messages import HistoryOf
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor

COMMUNE, WARD = "05485", "05467"


def tasks(stage: Stage, by: Any, on: date) -> list[tuple[str, str | None]]:
    return [(each.step, each.rule) for each in stage.ask(TaskList(), by=by, on=on).items]


def test_the_answer_and_the_list_are_awaited_of_who_gives_them(stage: Stage, play: Any) -> None:
    made = play.act(play.proposal(), play.committee())
    [answer] = stage.ask(TaskList(), by=play.district, on=play.day).items
    assert (answer.step, answer.rule) == ("accept", "ntm.registration.answer")
    assert answer.due_on == made.due.due_on
    play.act(asked.AcceptCandidate(candidate_id=made.candidate_id, doc_number="1"), play.district)
    assert tasks(stage, play.district, play.day) == []
    assert tasks(stage, play.office, play.day) == [("list", None)]
    listed = play.act(asked.CompileNtmList(year=2018, candidate_ids=[made.candidate_id]), play.office)
    assert ("submit", None) in tasks(stage, play.office, play.day)
    play.act(asked.SubmitNtmList(list_id=listed.list_id, doc_number="1"), play.office)
    assert tasks(stage, play.province, play.day) == [("approve", None)]
    play.act(asked.ApproveNtmList(list_id=listed.list_id, decision_no="1"), play.province)
    assert tasks(stage, play.office, play.day) == tasks(stage, play.province, play.day) == []
    assert tasks(stage, play.committee(), play.day) == [("self_assess", None)]


def test_the_posting_the_survey_and_the_decision_are_awaited_in_turn(stage: Stage, play: Any) -> None:
    candidate_id = play.posted()
    assert tasks(stage, play.committee(), play.day) == [("pass_meeting", "ntm.consult.posting")]
    play.act(play.meeting(candidate_id), play.committee(), after=21)
    play.act(asked.VerifyCandidate(candidate_id=candidate_id, report_no="08/BC"), play.district)
    front = actor("ub-mttq-huyen", "164")
    assert tasks(stage, front, play.day) == [("survey", None)]
    survey_id = play.opened(candidate_id)
    assert tasks(stage, play.women, play.day) == [("complete", None)]
    play.act(play.figures(survey_id), play.women)
    assert tasks(stage, front, play.day) == tasks(stage, play.women, play.day) == []
    play.act(play.panel(candidate_id), play.office)
    assert tasks(stage, play.province, play.day) == [("recognise", None)]
    play.assess("TCPL", None, actor("so-tp"))
    play.assess("NTM", 19, actor("ca-tinh"))
    play.act(play.recognition(candidate_id), play.province)
    assert tasks(stage, play.province, play.day) == [("announce", None)]
    [renewal] = stage.ask(TaskList(), by=play.committee(), on=play.day).items
    assert (renewal.step, renewal.due_on) == ("renew", play.day.replace(year=play.day.year + 5))


def test_a_ward_awaits_its_front_and_its_district_by_the_rule(stage: Stage, play: Any) -> None:
    candidate_id = play.accepted("DTVM", WARD, 2017)
    play.assess("DTVM", None, play.committee(WARD), WARD)
    play.day = date(2019, 8, 1)
    done = asked.CompleteSelfAssessment(candidate_id=candidate_id, report_no="1")
    play.act(done, play.committee(WARD))
    front = actor("ub-mttq-xa", WARD)
    assert tasks(stage, front, play.day) == [("give_opinion", None)]
    play.act(asked.GiveOpinion(candidate_id=candidate_id, doc_number="2"), front)
    play.act(play.figures(play.opened(candidate_id)), play.women)
    sent = asked.SubmitCandidate(candidate_id=candidate_id, doc_number="3")
    due = play.act(sent, play.committee(WARD)).due
    [decision] = stage.ask(TaskList(), by=play.district, on=play.day).items
    assert (decision.step, decision.rule, decision.due_on) == ("recognise", "dtvm.decision", due.due_on)


def test_a_list_that_is_returned_awaits_another_of_the_office(stage: Stage, play: Any) -> None:
    wanted = asked.CompileNtmList(year=2018, candidate_ids=[play.accepted()])
    list_id = play.act(wanted, play.office).list_id
    play.act(asked.SubmitNtmList(list_id=list_id, doc_number="1"), play.office)
    play.act(asked.ReturnNtmList(list_id=list_id, reason="Thiếu hồ sơ"), play.province)
    steps = [step for step, _ in tasks(stage, play.office, play.day)]
    assert "replace" in steps
    again = play.act(wanted, play.office).list_id
    items = stage.ask(TaskList(), by=play.office, on=play.day).items
    assert {(each.subject_id, each.step) for each in items} >= {(again, "submit")}
    assert list_id not in {each.subject_id for each in items}


def test_what_is_offered_follows_the_standard_and_the_body(stage: Stage, play: Any) -> None:
    commune = play.self_assessed()
    ward = play.accepted("DTVM", WARD, 2017)

    def offered(by: Any, subject_id: str) -> set[str]:
        answer = stage.ask(NextSteps(subject_id=subject_id), by=by, on=play.day)
        return {each.command for each in answer.items}

    assert offered(play.committee(), commune) == {"post_results"}
    assert offered(actor("ub-mttq-xa", COMMUNE), commune) == set()
    assert offered(play.district, commune) == {"return_candidate"}
    assert offered(play.committee(WARD), ward) == {"complete_self_assessment"}
    accepted = play.accepted(unit="05488", year=2019)
    assert offered(play.committee("05488"), accepted) == set()


def test_the_reason_of_a_return_is_in_the_history(stage: Stage, play: Any) -> None:
    candidate_id = play.self_assessed()
    back = asked.ReturnCandidate(candidate_id=candidate_id, reason="Thiếu số liệu")
    assert play.act(back, play.district).state == "in_progress"
    last = stage.ask(HistoryOf(subject_id=candidate_id), by=play.district, on=play.day).items[-1]
    assert (last.step, last.state, last.reason) == ("return", "in_progress", "Thiếu số liệu")
    assert tasks(stage, play.committee(), play.day) == [("self_assess", None)]
    wanted = asked.CompleteSelfAssessment(candidate_id=candidate_id, report_no="2")
    assert play.act(wanted, play.committee()).state == "self_assessed"
