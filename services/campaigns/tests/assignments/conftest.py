"""Plays the steps of assignments; all is synthetic."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from campaigns.assignments.messages.commands import (
    AgreeAssignment,
    CascadeAssignment,
    CompleteAssignment,
    ReportProgress,
)
from campaigns.assignments.messages.queries import AssignmentById, AssignmentRecord, AssignmentTree
from shared.authority import Actor
from shared.testing import Stage, actor

SIGNED = date(2017, 6, 16)


class Play:
    """Plays the steps of assignments on a stage, each as the body that may take it."""

    def __init__(self, stage: Stage, propose: Callable[..., str]) -> None:
        self.stage, self.propose = stage, propose
        self.board, self.member = actor("btt-mttq-tinh"), actor("hlhpn-tinh")

    def agreed(self, **more: object) -> str:
        assignment_id = self.propose(**more)
        self.agree(assignment_id)
        return assignment_id

    def agree(self, assignment_id: str, by: Actor | None = None, on: date = SIGNED) -> None:
        self.stage.act(AgreeAssignment(assignment_id=assignment_id), by=by or self.member, on=on)

    def report(self, assignment_id: str, by: Actor | None = None, on: date = SIGNED, **more: object) -> None:
        body = {"assignment_id": assignment_id, "summary": "Đã tuyên truyền ở 3 huyện (giả lập)", **more}
        self.stage.act(ReportProgress.model_validate(body), by=by or self.member, on=on)

    def complete(self, assignment_id: str, by: Actor | None = None, on: date = SIGNED) -> None:
        body = {"assignment_id": assignment_id, "result": "Đã xong (giả lập)", "achieved": 9, "planned": 9}
        self.stage.act(CompleteAssignment.model_validate(body), by=by or self.member, on=on)

    def cascade(self, assignment_id: str, agency: str, by: Actor | None = None, **more: object) -> Any:
        order = CascadeAssignment.model_validate(
            {"assignment_id": assignment_id, "assignee_agency": agency, "minutes_ref": "05/BB", **more}
        )
        return self.stage.act(order, by=by or self.member)

    def shown(self, assignment_id: str, on: date = SIGNED) -> AssignmentRecord:
        found = self.stage.ask(AssignmentById(assignment_id=assignment_id, as_of=on), by=self.board)
        assert isinstance(found, AssignmentRecord)
        return found

    def tree(self, assignment_id: str, on: date = SIGNED, depth: int = 1) -> Any:
        asked = AssignmentTree(assignment_id=assignment_id, as_of=on, depth=depth)
        return self.stage.ask(asked, by=self.board).root


@pytest.fixture
def play(stage: Stage, proposed: Callable[..., str]) -> Play:
    return Play(stage, proposed)
