"""The end of a survey of the residents' satisfaction."""

from campaigns.standards.answers import standing_of_survey
from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.procedure import rule_on
from campaigns.standards.domain.survey import Figures, Survey
from campaigns.standards.guards import charged_with, surveys
from campaigns.standards.messages.commands import CompleteSurvey, SurveyStanding
from campaigns.standards.repository import Standards
from contracts.campaigns.standards import SatisfactionSurveyCompleted
from shared.service import command
from shared.work import Work


@command(
    CompleteSurvey,
    post="/satisfaction-surveys/{survey_id}/complete",
    may=surveys,
    vi="Hoàn thành cuộc lấy ý kiến sự hài lòng của người dân",
    takes=["survey:complete", "candidate:survey", "candidate:fail_survey"],
    checks=charged_with,
)
def complete_survey(said: CompleteSurvey, work: Work) -> SurveyStanding:
    """Complete a survey with its figures: households in all, asked, and satisfied.

    How many must be asked is rule `ntm.survey.coverage.commune`, how many be satisfied
    `dtvm.satisfied_min`, from the days on which the table sets them. By member organisations it is
    evidence of II.3a-c or II.3a-d.
    Raises: NotFound, NotAllowed, WrongStep, InvalidField, CoverageNotReached.
    """
    standards = Standards(work)
    survey = standards.survey(said.survey_id)
    charged_with(survey, work)
    candidate = standards.candidate(survey.candidate_id)
    figures = Figures(said.households_total, said.households_asked, said.satisfied)
    coverage = rule_on(candidate.procedure.coverage, work.today)
    survey.complete(work.actor.body, work.today, figures, said.report_no, coverage)
    step = "survey" if _satisfies(candidate, figures, work) else "fail_survey"
    candidate.take(step, work.actor.body, work.today, survey_id=survey.id)
    work.emit(
        _event(survey, candidate, figures, work),
        duties=(candidate.procedure.duty,) if survey.is_by_members else (),
    )
    return standing_of_survey(survey, candidate)


def _satisfies(candidate: Candidate, figures: Figures, work: Work) -> bool:
    rule = rule_on(candidate.procedure.satisfied, work.today)
    return rule is None or rule.is_reached_by(figures.satisfied, figures.asked)


def _event(survey: Survey, candidate: Candidate, figures: Figures, work: Work) -> SatisfactionSurveyCompleted:
    return SatisfactionSurveyCompleted(
        survey_id=survey.id,
        candidate_id=candidate.id,
        standard=candidate.standard,
        unit_code=candidate.unit_code,
        households_total=figures.total,
        households_asked=figures.asked,
        satisfied=figures.satisfied,
        completed_on=work.today,
    )
