"""Units on their way to a standard, and those that hold one; decisions are public."""

from campaigns.domain.facts import digest_of
from campaigns.queries.record import record
from campaigns.standards.domain.assessment import Assessment
from campaigns.standards.domain.candidate import Candidate, is_subject
from campaigns.standards.domain.ntm_list import NtmList
from campaigns.store.store import CampaignStore
from contracts.campaigns.standards.queries import (
    AssessmentList,
    AssessmentPage,
    AssessmentRecord,
    CandidateById,
    CandidateDetail,
    CandidateFacts,
    CandidateList,
    CandidatePage,
    CandidateRecord,
    FrozenUnitFacts,
    NtmListById,
    NtmListPage,
    NtmListRecord,
    NtmLists,
    RecognitionPage,
    RecognitionRecord,
    Recognitions,
    RecognitionShare,
    RecognitionShareAnswer,
    StepOnTheWay,
    SurveyRecord,
)
from contracts.errors import NotFound
from contracts.reference import units
from shared.authority import anyone, signed_in
from shared.service import query
from shared.work import Work


@query(CandidateById, get="/standard-candidates/{candidate_id}", may=signed_in)
def candidate_by_id(asked: CandidateById, work: Work[CampaignStore]) -> CandidateDetail:
    """Show a unit on its way, with each step and what it rests on. Raises NotFound."""
    found = work.store.standards.candidate(asked.candidate_id)
    surveys = work.store.standards.surveys_of(found.id)
    return record(
        CandidateDetail,
        found,
        candidate_id=found.id,
        due=found.explained,
        steps=[StepOnTheWay.model_validate(each) for each in found.steps],
        surveys=[record(SurveyRecord, each, survey_id=each.id) for each in surveys],
    )


@query(CandidateList, get="/standard-candidates", may=signed_in)
def candidate_list(asked: CandidateList, work: Work[CampaignStore]) -> CandidatePage:
    """List units by place and all below it, standard, state, year, and an answer that is overdue."""
    found, after = work.store.standards.candidates(asked)
    return CandidatePage(items=[_candidate(each) for each in found], next_cursor=after)


@query(CandidateFacts, get="/standard-candidates/{candidate_id}/facts", may=signed_in)
def candidate_facts(asked: CandidateFacts, work: Work[CampaignStore]) -> FrozenUnitFacts:
    """Show the facts that were frozen with the recognition. Raises NotFound where there is none."""
    found = work.store.standards.candidate(asked.candidate_id)
    if found.facts is None or found.facts_digest is None:
        raise NotFound(what="recognition of", id=found.id)
    intact = digest_of(found.facts) == found.facts_digest
    return FrozenUnitFacts(candidate_id=found.id, facts=found.facts, digest=found.facts_digest, intact=intact)


@query(NtmListById, get="/ntm-lists/{list_id}", may=anyone)
def ntm_list_by_id(asked: NtmListById, work: Work[CampaignStore]) -> NtmListRecord:
    """Show a year's list of candidate communes. Raises NotFound."""
    return _list(work.store.standards.ntm_list(asked.list_id))


@query(NtmLists, get="/ntm-lists", may=anyone)
def ntm_lists(asked: NtmLists, work: Work[CampaignStore]) -> NtmListPage:
    """List the yearly lists by year and state."""
    found, after = work.store.standards.ntm_lists(asked)
    return NtmListPage(items=[_list(each) for each in found], next_cursor=after)


@query(AssessmentList, get="/criterion-assessments", may=signed_in)
def assessment_list(asked: AssessmentList, work: Work[CampaignStore]) -> AssessmentPage:
    """List assessments by place and all below it, set, criterion, assessor and year."""
    found, after = work.store.standards.assessments(asked)
    return AssessmentPage(items=[_assessment(each) for each in found], next_cursor=after)


@query(Recognitions, get="/recognitions", may=anyone)
def recognitions(asked: Recognitions, work: Work[CampaignStore]) -> RecognitionPage:
    """List the recognitions that hold on the day of `as_of`; past its term one is due for reassessment."""
    found, after = work.store.standards.recognitions(asked, work.today)
    return RecognitionPage(items=[_recognition(each, work) for each in found], next_cursor=after)


@query(RecognitionShare, get="/recognition-shares", may=anyone)
def recognition_share(asked: RecognitionShare, work: Work[CampaignStore]) -> RecognitionShareAnswer:
    """Give the share of a unit's communes that hold a standard on the day of `as_of` (NTM-02, DT-01).

    Raises NoStandardInForce, UnknownUnit.
    """
    subjects = work.store.criteria.in_force(asked.standard, work.today).subjects
    eligible = [
        each.code
        for each in units().communes(work.today)
        if is_subject(subjects, each.type) and units().is_within(each.code, asked.unit_code, work.today)
    ]
    held = work.store.standards.recognised_units(asked.standard, eligible, work.today)
    return RecognitionShareAnswer(
        standard=asked.standard,
        unit_code=asked.unit_code,
        on=work.today,
        numerator=held,
        denominator=len(eligible),
    )


def _candidate(found: Candidate) -> CandidateRecord:
    return record(CandidateRecord, found, candidate_id=found.id, due=found.explained)


def _list(found: NtmList) -> NtmListRecord:
    return record(NtmListRecord, found, list_id=found.id)


def _assessment(found: Assessment) -> AssessmentRecord:
    return record(AssessmentRecord, found, assessment_id=found.id)


def _recognition(found: Candidate, work: Work[CampaignStore]) -> RecognitionRecord:
    late = found.valid_until is not None and found.valid_until <= work.today
    standing = "due_for_reassessment" if late else "valid"
    return record(RecognitionRecord, found, candidate_id=found.id, standing=standing)
