"""The answer and the event that several acts on a responsibility share."""

from campaigns.domain.responsibility import Assignment
from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.assignments.commands import ResponsibilityStanding
from shared.work import Work


def stands(
    assignment: Assignment, work: Work[CampaignStore], step: str, *, reason: str | None = None
) -> ResponsibilityStanding:
    """Keep the step in the history and say where the responsibility now stands."""
    note(work, assignment.id, step, assignment.state, reason=reason)
    return ResponsibilityStanding.model_validate(
        {"assignment_id": assignment.id, "state": assignment.state, "due_on": assignment.due_on}
    )
