"""A commune's way to the new-style rural standard: who may, in which order, by which rules."""

from datetime import date, timedelta
from typing import Any

import pytest

from campaigns.standards.messages import commands as asked
from campaigns.standards.messages import queries
from campaigns.standards.repository import Standards
from contracts.errors import InvalidField, NotAllowed, Refusal, WrongStep
from contracts.names import Name
from shared.history.messages import HistoryOf
from shared.testing import Stage, actor

COMMUNE, WARD = "05485", "05467"


def rule_of(caught: pytest.ExceptionInfo[Refusal]) -> str:
    return caught.value.rule or ""


def test_a_commune_goes_the_whole_way_and_the_decision_is_frozen(stage: Stage, play: Any) -> None:
    candidate_id = play.recognised()
    assert [each.type.split(".")[1] for each in stage.envelopes if "assessed" not in each.type] == [
        "ntm_registration_list_approved",
        "satisfaction_survey_completed",
        "unit_recognised",
    ]
    recognised = stage.envelopes[-1]
    assert (recognised.duties, recognised.data["first_time"]) == ("II.3a-c", True)
    assert recognised.data["valid_until"] == play.day.replace(year=play.day.year + 5).isoformat()
    frozen = stage.ask(queries.CandidateFacts(candidate_id=candidate_id), by=play.board)
    assert frozen.intact
    assert len(frozen.facts["assessments"]) == 19 + 2
    assert {"ntm.vote.yes_min", "ntm.panel.yes_min"} <= {each["key"] for each in frozen.facts["rules"]}
    play.assess("NTM", 1, play.committee(), passed=False)
    again = stage.ask(queries.CandidateFacts(candidate_id=candidate_id), by=play.board)
    assert (again.facts, again.intact) == (frozen.facts, True)
    steps = stage.ask(HistoryOf(subject_id=candidate_id), by=play.board).items
    assert [each.step for each in steps][:3] == ["propose", "accept", "list"]
    assert steps[-1].state == "recognised"


def test_a_changed_fact_is_noticed(stage: Stage, play: Any) -> None:
    candidate_id = play.recognised()
    with stage.work(play.board, play.day) as work:
        candidate = Standards(work).candidate(candidate_id)
        candidate.facts = {**(candidate.facts or {}), "decision_no": "99/QĐ"}
    assert not stage.ask(queries.CandidateFacts(candidate_id=candidate_id), by=play.board).intact


def test_a_unit_registers_for_itself_and_only_for_its_kind(play: Any) -> None:
    with pytest.raises(NotAllowed) as caught:
        play.act(play.proposal(), play.committee(WARD))
    assert rule_of(caught) == "own-unit:unit_code"
    with pytest.raises(InvalidField) as wrong:
        play.act(play.proposal("NTM", WARD), play.committee(WARD))
    assert rule_of(wrong) == "subject-of-standard"


def test_the_answer_of_the_district_is_due_by_a_rule_that_explains_itself(stage: Stage, play: Any) -> None:
    made = play.act(play.proposal(), play.committee())
    assert (made.due.rule, made.due.count, made.due.count_unit) == (
        "ntm.registration.answer",
        5,
        "working_days",
    )
    late = queries.CandidateList(overdue_as_of=made.due.due_on + timedelta(days=1))
    assert [each.candidate_id for each in stage.ask(late, by=play.board).items] == [made.candidate_id]
    in_time = queries.CandidateList(overdue_as_of=made.due.due_on)
    assert stage.ask(in_time, by=play.board).items == []


@pytest.mark.parametrize(("code", "unit"), [("ubnd-tinh", "19"), ("ubnd-huyen", "167")])
def test_only_the_committee_next_above_accepts(play: Any, code: str, unit: str) -> None:
    made = play.act(play.proposal(), play.committee())
    with pytest.raises(NotAllowed):
        play.act(asked.AcceptCandidate(candidate_id=made.candidate_id, doc_number="1"), actor(code, unit))


def test_a_unit_seeks_a_standard_once_at_a_time(play: Any) -> None:
    play.accepted()
    with pytest.raises(Refusal) as caught:
        play.act(play.proposal(), play.committee())
    assert caught.value.slug == "open-candidacy"


def test_an_exemplary_commune_holds_the_standard_already(play: Any) -> None:
    with pytest.raises(Refusal) as caught:
        play.act(play.proposal("NTM-KM"), play.committee())
    assert caught.value.slug == "prerequisite-standard"


def test_the_list_takes_what_districts_accepted_and_a_year_has_one(play: Any) -> None:
    made = play.act(play.proposal(), play.committee())
    wanted = asked.CompileNtmList(year=2018, candidate_ids=[made.candidate_id])
    with pytest.raises(InvalidField) as caught:
        play.act(wanted, play.office)
    assert [each.field for each in caught.value.fields] == ["candidate_ids.0"]
    play.act(asked.AcceptCandidate(candidate_id=made.candidate_id, doc_number="1"), play.district)
    first = play.act(wanted, play.office)
    with pytest.raises(Refusal) as second:
        play.act(wanted, play.office)
    assert second.value.slug == "list-of-year-exists"
    with pytest.raises(WrongStep):
        play.act(asked.ApproveNtmList(list_id=first.list_id, decision_no="1"), play.province)
    play.act(asked.SubmitNtmList(list_id=first.list_id, doc_number="1"), play.office)
    play.act(asked.ReturnNtmList(list_id=first.list_id, reason="Thiếu hồ sơ"), play.province)
    assert play.act(wanted, play.office).state == "compiled"


def test_the_front_and_the_office_do_not_approve_the_list(play: Any) -> None:
    candidate_id = play.accepted()
    made = play.act(asked.CompileNtmList(year=2018, candidate_ids=[candidate_id]), play.office)
    play.act(asked.SubmitNtmList(list_id=made.list_id, doc_number="1"), play.office)
    for by in (play.board, play.office):
        with pytest.raises(NotAllowed):
            play.act(asked.ApproveNtmList(list_id=made.list_id, decision_no="1"), by)


def test_each_criterion_must_be_passed_by_the_units_own_assessment(play: Any) -> None:
    candidate_id = play.listed()
    for number in range(1, 20):
        play.assess("NTM", number, play.committee(), passed=number != 11)
    wanted = asked.CompleteSelfAssessment(candidate_id=candidate_id, report_no="1")
    with pytest.raises(Refusal) as caught:
        play.act(wanted, play.committee())
    assert caught.value.slug == "criteria-not-met"
    assert caught.value.params["missing"] == Name("tiêu chí số 11", "criterion 11")
    play.assess("NTM", 11, play.committee())
    assert play.act(wanted, play.committee()).state == "self_assessed"


def test_who_assesses_what(stage: Stage, play: Any) -> None:
    play.listed()
    play.assess("TCPL", None, actor("so-tp"))
    assert stage.envelopes[-1].duties == "III.1.8-b"
    play.assess("NTM", 19, actor("ca-tinh"))
    assert stage.envelopes[-1].duties == "III.1.9-b"
    play.assess("NTM", 19, play.committee())
    assert stage.envelopes[-1].duties == ""
    for standard, number, by in (
        ("NTM", 1, actor("so-tp")),
        ("TCPL", None, play.committee()),
        ("TCPL", None, actor("ca-tinh")),
        ("NTM", 1, play.committee("05488")),
    ):
        with pytest.raises(NotAllowed):
            play.assess(standard, number, by)


def test_the_meeting_waits_until_the_posting_is_over_and_its_share_counts(play: Any) -> None:
    candidate_id = play.posted()
    with pytest.raises(Refusal) as caught:
        play.act(play.meeting(candidate_id), play.committee(), after=10)
    assert (caught.value.slug, rule_of(caught)) == ("too-early", "ntm.consult.posting")
    lost = play.act(play.meeting(candidate_id, yes_votes=89), play.committee(), after=15)
    assert lost.state == "in_progress"


def test_a_survey_must_reach_its_coverage_and_only_its_surveyors_end_it(stage: Stage, play: Any) -> None:
    candidate_id = play.verified()
    survey_id = play.opened(candidate_id)
    with pytest.raises(NotAllowed):
        play.act(play.figures(survey_id), play.board)
    with pytest.raises(Refusal) as caught:
        play.act(play.figures(survey_id, asked_of=699, satisfied=600), play.women)
    assert caught.value.slug == "coverage-not-reached"
    with pytest.raises(InvalidField):
        play.act(play.figures(survey_id, asked_of=800, satisfied=801), play.women)
    assert play.act(play.figures(survey_id, asked_of=700, satisfied=600), play.women).state == "completed"
    assert stage.envelopes[-1].duties == "II.3a-c"


def test_a_lost_appraisal_begins_the_way_anew(play: Any) -> None:
    candidate_id = play.surveyed()
    assert play.act(play.panel(candidate_id, yes_votes=8), play.office).state == "in_progress"


def test_the_front_never_recognises_and_the_inputs_of_others_are_needed(play: Any) -> None:
    candidate_id = play.appraised(inputs=False)
    with pytest.raises(NotAllowed):
        play.act(play.recognition(candidate_id), play.board)
    with pytest.raises(NotAllowed) as other:
        play.act(play.recognition(candidate_id), play.district)
    assert rule_of(other) == "decided-by:ubnd-tinh"
    with pytest.raises(Refusal) as caught:
        play.act(play.recognition(candidate_id), play.province)
    assert caught.value.slug == "missing-inputs"


def test_a_recognition_is_announced_falls_due_and_lapses_or_is_renewed(stage: Stage, play: Any) -> None:
    candidate_id = play.recognised()
    held = play.day
    play.act(asked.AnnounceRecognition(candidate_id=candidate_id, held_at="Xã"), play.province)
    lapse = asked.LapseRecognition(candidate_id=candidate_id, decision_no="12/QĐ", reason="Không duy trì")
    with pytest.raises(Refusal) as caught:
        play.act(lapse, play.province)
    assert caught.value.slug == "too-early"
    with pytest.raises(InvalidField) as early:
        play.act(play.proposal(year=held.year + 1), play.committee())
    assert rule_of(early) == "not-before-term"
    for day, standing in ((held, "valid"), (held.replace(year=held.year + 5), "due_for_reassessment")):
        shown = stage.ask(queries.Recognitions(unit="164", as_of=day))
        assert [each.standing for each in shown.items] == [standing]
    share = stage.ask(queries.RecognitionShare(standard="NTM", unit_code="164", as_of=held))
    assert (share.numerator, share.denominator) == (1, 8)
    play.day = held.replace(year=held.year + 5)
    assert play.act(lapse, play.province).state == "lapsed"
    after = queries.Recognitions(unit="164", as_of=play.day + timedelta(days=1))
    assert stage.ask(after).items == []


def test_lists_are_narrowed_by_place_year_and_state(stage: Stage, play: Any) -> None:
    listed = play.listed()
    for unit, expected in (("164", [listed]), ("19", [listed]), ("167", [])):
        asked_for = queries.CandidateList(unit=unit, year=2018, standard="NTM", state="on_list")
        found = stage.ask(asked_for, by=play.board).items
        assert [each.candidate_id for each in found] == expected
    [one] = stage.ask(queries.NtmLists(year=2018, state="approved")).items
    assert one.commune_codes == [COMMUNE]
    assert stage.ask(queries.NtmLists(year=2019)).items == []
    play.assess("TCPL", None, actor("so-tp"))
    [tcpl] = stage.ask(queries.AssessmentList(standard="TCPL", unit="164"), by=play.board).items
    assert (tcpl.assessing_body, tcpl.passed) == ("so-tp", True)


def test_a_ward_waits_for_its_term_and_its_front_speaks_first(stage: Stage, play: Any) -> None:
    candidate_id = play.accepted("DTVM", WARD, 2017)
    play.assess("DTVM", None, play.committee(WARD), WARD)
    wanted = asked.CompleteSelfAssessment(candidate_id=candidate_id, report_no="1")
    with pytest.raises(Refusal) as caught:
        play.act(wanted, play.committee(WARD))
    assert (caught.value.slug, rule_of(caught)) == ("too-early", "dtvm.term.first")
    play.day = date(2019, 8, 1)
    play.act(wanted, play.committee(WARD))
    with pytest.raises(WrongStep):
        play.opened(candidate_id)
    opinion = asked.GiveOpinion(candidate_id=candidate_id, doc_number="2")
    with pytest.raises(NotAllowed):
        play.act(opinion, play.board)
    play.act(opinion, actor("ub-mttq-xa", WARD))
    play.act(play.figures(play.opened(candidate_id)), play.women)
    submitted = play.act(
        asked.SubmitCandidate(candidate_id=candidate_id, doc_number="3"), play.committee(WARD)
    )
    assert submitted.due.rule == "dtvm.decision"
    play.assess("TCPL", None, actor("so-tp"), WARD)
    with pytest.raises(NotAllowed):
        play.act(play.recognition(candidate_id), play.province)
    play.act(play.recognition(candidate_id), play.district)
    assert (stage.envelopes[-1].type, stage.envelopes[-1].duties) == (
        "campaigns.unit_recognised.v1",
        "II.3a-d",
    )
