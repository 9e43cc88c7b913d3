"""The Front opens its survey of the residents' satisfaction."""

from campaigns.standards.answers import standing_of_survey
from campaigns.standards.domain.survey import Survey, require_members
from campaigns.standards.domain.way import LIFECYCLE
from campaigns.standards.guards import front_committee, of_a_unit_above
from campaigns.standards.messages.commands import OpenSurvey, SurveyStanding
from campaigns.standards.repository import Standards
from shared.service import command
from shared.work import Work


@command(
    OpenSurvey,
    post="/standard-candidates/{candidate_id}/surveys",
    may=front_committee,
    vi="Tổ chức lấy ý kiến sự hài lòng của người dân",
    takes=["survey:open"],
    checks=of_a_unit_above,
)
def open_survey(wanted: OpenSurvey, work: Work) -> SurveyStanding:
    """Open the Front's survey of the residents' satisfaction, and name the members who carry it out.

    Raises: NotFound, NotAllowed, InvalidField, WrongStep.
    """
    standards = Standards(work)
    candidate = standards.candidate(wanted.candidate_id)
    of_a_unit_above(candidate, work)
    LIFECYCLE.check_state(candidate, "survey", work.today)
    require_members(wanted.surveying_bodies, candidate.path, work.today)
    survey = Survey(
        id=work.new_id("sur"),
        candidate_id=candidate.id,
        opening_body=work.actor.body,
        opened_on=work.today,
        surveying_bodies=list(wanted.surveying_bodies),
        recorded_at=work.now,
    )
    standards.add(survey)
    return standing_of_survey(survey, candidate)
