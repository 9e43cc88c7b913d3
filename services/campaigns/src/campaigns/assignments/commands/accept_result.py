"""Accepting the result of a responsibility."""

from campaigns.assignments.standing import stands
from campaigns.domain.responsibility import Assignment
from campaigns.store.store import CampaignStore
from contracts.campaigns.assignments.commands import AcceptResult, ResponsibilityStanding
from contracts.campaigns.assignments.events import ResponsibilityFulfilled
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(AcceptResult, post="/assignments/{assignment_id}/accept", may=side("front"))
def accept_result(wanted: AcceptResult, work: Work[CampaignStore]) -> ResponsibilityStanding:
    """Accept the result of a responsibility; the body that proposed it does.

    The event is no evidence of a duty: what was done is evidence where it was done.
    Raises: NotAllowed (proposer-only), NotFound, WrongStep, InvalidField.
    """
    assignment = work.store.assignment(wanted.assignment_id)
    assignment.accept(work.actor.body, work.today)
    work.emit(_event(assignment), duties=())
    return stands(assignment, work, "accept_result")


def _event(assignment: Assignment) -> ResponsibilityFulfilled:
    return ResponsibilityFulfilled.model_validate(
        {
            "assignment_id": assignment.id,
            "parent_id": assignment.parent_id,
            "assignee_org": assignment.assignee,
            "proposed_by_org": assignment.proposed_by,
            "kind": assignment.kind,
            "content_code": assignment.content_code,
            "duty_id": assignment.duty_id,
            "unit_code": assignment.unit_code,
            "due_on": assignment.due_on,
            "completed_on": assignment.completed_on,
            "on_time": assignment.on_time,
            "achieved": assignment.achieved,
            "planned": assignment.planned,
        }
    )
