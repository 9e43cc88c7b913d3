"""Sending a result back, or giving a responsibility back."""

from campaigns.assignments.standing import stands
from campaigns.store.store import CampaignStore
from contracts.campaigns.assignments.commands import ResponsibilityStanding, ReturnResponsibility
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(ReturnResponsibility, post="/assignments/{assignment_id}/return", may=side("front"))
def return_responsibility(wanted: ReturnResponsibility, work: Work[CampaignStore]) -> ResponsibilityStanding:
    """Send a completed result back as its proposer, or give agreed work back as its assignee.

    The assignee may take it up again by a report; the proposer may propose it to another body.
    Raises: NotAllowed (proposer-or-assignee), NotFound, WrongStep, InvalidField.
    """
    assignment = work.store.assignment(wanted.assignment_id)
    assignment.return_(work.actor.body, work.today, wanted.reason)
    return stands(assignment, work, "return_responsibility", reason=wanted.reason)
