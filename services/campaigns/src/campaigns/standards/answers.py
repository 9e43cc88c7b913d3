"""How commands and queries answer about units, lists and surveys."""

from campaigns.common.record import record
from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.ntm_list import NtmList
from campaigns.standards.domain.survey import Survey
from campaigns.standards.messages.commands import CandidateStanding, NtmListStanding, SurveyStanding
from campaigns.standards.messages.queries import NtmListRecord


def standing(candidate: Candidate) -> CandidateStanding:
    """Say where a unit stands, and by when the next step is due."""
    return CandidateStanding(candidate_id=candidate.id, state=candidate.state, due=candidate.due)


def standing_of_list(found: NtmList) -> NtmListStanding:
    """Say where a year's list stands."""
    return NtmListStanding(list_id=found.id, state=found.state, commune_codes=found.commune_codes)


def standing_of_survey(survey: Survey, candidate: Candidate) -> SurveyStanding:
    """Say where a survey stands, and the unit with it."""
    return SurveyStanding(survey_id=survey.id, state=survey.state, candidate_state=candidate.state)


def shown_list(found: NtmList) -> NtmListRecord:
    """Show a year's list."""
    return record(NtmListRecord, found, list_id=found.id)
