"""Recording the minutes of the consultation about a proposal."""

from campaigns.assignments.standing import stands
from campaigns.store.store import CampaignStore
from contracts.campaigns.assignments.commands import ConsultResponsibility, ResponsibilityStanding
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(ConsultResponsibility, post="/assignments/{assignment_id}/consult", may=side("front"))
def consult_responsibility(
    wanted: ConsultResponsibility, work: Work[CampaignStore]
) -> ResponsibilityStanding:
    """Record the minutes of the consultation about a proposal; only then can its assignee agree.

    No duty by itself (II.1a-a and III.2b-a are fulfilled by the agreement).
    Raises: NotAllowed (proposer-only), NotFound, WrongStep, InvalidField.
    """
    assignment = work.store.assignment(wanted.assignment_id)
    assignment.consult(work.actor.body, wanted.minutes_ref, work.today)
    return stands(assignment, work, "consult_responsibility")
