from collections.abc import Callable

import pytest

from campaigns.assignments.messages.commands import AgreeAssignment
from campaigns.assignments.messages.queries import AssignmentById, AssignmentList
from shared.authority import Actor
from shared.testing import Stage
from shared.tokens import NotAuthenticated

Make = Callable[..., str]


def test_assignments_are_not_public(stage: Stage, proposed: Make) -> None:
    for asked in (AssignmentById(assignment_id=proposed()), AssignmentList()):
        with pytest.raises(NotAuthenticated):
            stage.ask(asked)


def test_assignments_are_found_by_assignee_and_state(
    stage: Stage, proposed: Make, consulted: Make, member: Actor
) -> None:
    consultation_id = consulted(code="CVD-2")
    agreed = proposed()
    waiting = proposed(consultation_id=consultation_id, assignee_body="hnd-tinh")
    stage.act(AgreeAssignment(assignment_id=agreed), by=member)

    def ids(**filters: object) -> list[str]:
        asked = AssignmentList.model_validate(filters)
        return [each.assignment_id for each in stage.ask(asked, by=member).items]

    assert ids(assignee_body="hlhpn-tinh") == [agreed]
    assert ids(state="proposed") == [waiting]
    assert ids(year=2017, unit="19") == [agreed, waiting]
    assert ids(year=2018) == []
