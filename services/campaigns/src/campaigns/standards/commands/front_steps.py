"""What the Front does: its opinion, and its survey of the residents' satisfaction."""

from campaigns.history import note
from campaigns.reach import require_own_unit, require_within
from campaigns.standards.commands.own_steps import ADDRESS
from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.procedure import rule_on
from campaigns.standards.domain.survey import Survey, require_members
from campaigns.standards.guards import front_committee, surveys
from campaigns.standards.standing import take
from campaigns.store.store import CampaignStore
from contracts.campaigns.standards.commands import (
    CandidateStanding,
    CompleteSurvey,
    GiveOpinion,
    OpenSurvey,
    SurveyStanding,
)
from contracts.campaigns.standards.events import SatisfactionSurveyCompleted
from contracts.errors import WrongStep
from shared.service import command
from shared.work import Work


@command(GiveOpinion, post=f"{ADDRESS}/opinion", may=front_committee)
def give_opinion(wanted: GiveOpinion, work: Work[CampaignStore]) -> CandidateStanding:
    """Give the opinion of the Front committee of the unit itself on its dossier.

    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = work.store.standards.candidate(wanted.candidate_id)
    require_own_unit(work.actor, candidate.unit_code)
    return take(candidate, "give_opinion", work, doc_number=wanted.doc_number)


@command(OpenSurvey, post=f"{ADDRESS}/surveys", may=front_committee)
def open_survey(wanted: OpenSurvey, work: Work[CampaignStore]) -> SurveyStanding:
    """Open the Front's survey of the residents' satisfaction, and name the members who carry it out.

    Raises: NotFound, NotAllowed, InvalidField, WrongStep.
    """
    candidate = work.store.standards.candidate(wanted.candidate_id)
    require_within(work.actor, candidate.unit_code, work.today)
    _require_turn(candidate)
    require_members(list(wanted.surveyors), candidate.path, work.today)
    survey = Survey(
        id=work.new_id("sur"),
        candidate_id=candidate.id,
        opened_by=work.actor.body,
        opened_on=work.today,
        surveyors=list(wanted.surveyors),
        recorded_at=work.now,
    )
    work.store.add(survey)
    note(work, candidate.id, "open_survey", candidate.state)
    return _standing(survey, candidate)


@command(CompleteSurvey, post="/satisfaction-surveys/{survey_id}/complete", may=surveys)
def complete_survey(said: CompleteSurvey, work: Work[CampaignStore]) -> SurveyStanding:
    """Complete a survey with its figures: households in all, asked, and satisfied.

    How many must be asked is rule `ntm.survey.coverage.commune`, how many be satisfied
    `dtvm.satisfied_min`, from the days on which the table sets them. By member organisations it is
    evidence of II.3a-c or II.3a-d.
    Raises: NotFound, NotAllowed, WrongStep, InvalidField, CoverageNotReached.
    """
    survey = work.store.standards.survey(said.survey_id)
    candidate = work.store.standards.candidate(survey.candidate_id)
    figures = said.households_total, said.households_asked, said.satisfied
    coverage = rule_on(candidate.procedure.coverage, work.today)
    survey.complete(work.actor.body, work.today, figures, said.report_no, coverage)
    satisfied = rule_on(candidate.procedure.satisfied, work.today)
    passed = satisfied is None or satisfied.is_reached_by(said.satisfied, said.households_asked)
    take(candidate, "survey" if passed else "fail_survey", work, survey_id=survey.id)
    _tell(survey, candidate, said, work)
    return _standing(survey, candidate)


def _tell(survey: Survey, candidate: Candidate, said: CompleteSurvey, work: Work[CampaignStore]) -> None:
    told = SatisfactionSurveyCompleted.model_validate(
        {
            **said.model_dump(include={"survey_id", "households_total", "households_asked", "satisfied"}),
            "candidate_id": candidate.id,
            "standard": candidate.standard,
            "unit_code": candidate.unit_code,
            "completed_on": work.today,
        }
    )
    work.emit(told, duties=(candidate.procedure.duty,) if survey.is_by_members else ())


def _require_turn(candidate: Candidate) -> None:
    if (candidate.state, "survey") not in candidate.procedure.steps:
        raise WrongStep(
            rule=f"{candidate.standard}:survey", subject=candidate.id, state=candidate.state, step="survey"
        )


def _standing(survey: Survey, candidate: Candidate) -> SurveyStanding:
    return SurveyStanding.model_validate(
        {"survey_id": survey.id, "state": survey.state, "candidate_state": candidate.state}
    )
