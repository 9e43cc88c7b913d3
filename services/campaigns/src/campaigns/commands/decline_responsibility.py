"""A member's refusal of a responsibility."""

from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.commands import AssignmentStanding, DeclineResponsibility
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(DeclineResponsibility, post="/assignments/{assignment_id}/decline", may=side("front"))
def decline_responsibility(wanted: DeclineResponsibility, work: Work[CampaignStore]) -> AssignmentStanding:
    """Decline a responsibility with a reason; only its assignee can.

    No duty is fulfilled and no event tells of it: the reason stays with the two bodies.
    Raises: NotAllowed (not the assignee), NotFound, WrongStep, InvalidField.
    """
    assignment = work.store.assignment(wanted.assignment_id)
    assignment.decline(work.actor.body, work.today, wanted.reason)
    note(work, assignment.id, "decline_responsibility", assignment.state, reason=wanted.reason)
    return AssignmentStanding(assignment_id=assignment.id, state=assignment.state)
