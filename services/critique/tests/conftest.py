"""A stage with the critique service and the steps that several tests begin with. All is synthetic."""

from collections.abc import Callable
from datetime import date

import pytest

from critique.drafts.messages import DecideForm, DraftStanding, RegisterDraft
from critique.opinions.messages import AnswerOpinion, IssueOpinion, OpinionStanding
from critique.service import service
from shared.authority import Actor
from shared.testing import Stage, actor

DAY = date(2017, 7, 3)
CONDITIONS = ("documents", "time", "people", "money")

Wanted = Callable[..., RegisterDraft]
Registered = Callable[..., DraftStanding]
Decision = Callable[..., DecideForm]
Opinion = Callable[..., IssueOpinion]
Answered = Callable[..., AnswerOpinion]


def given(*kinds: str) -> list[dict[str, str]]:
    """Return conditions with what shows them."""
    return [{"kind": kind, "evidence": f"01/TTr-SXD, mục {kind}"} for kind in kinds]


@pytest.fixture
def stage() -> Stage:
    return Stage(service)


@pytest.fixture
def drafter() -> Actor:
    return actor("so-xd")


@pytest.fixture
def front() -> Actor:
    return actor("btt-mttq-tinh")


@pytest.fixture
def wanted() -> Wanted:
    """Give the registration of a draft with a complete dossier, with any field changed."""

    def make(**changes: object) -> RegisterDraft:
        fields: dict[str, object] = {
            "kind": "criteria",
            "title": "Tiêu chí phường, thị trấn đạt chuẩn đô thị văn minh (giả lập)",
            "unit_code": "19",
            "conditions": given(*CONDITIONS),
            "occurred_on": DAY,
        }
        return RegisterDraft.model_validate({**fields, **changes})

    return make


@pytest.fixture
def registered(stage: Stage, drafter: Actor, wanted: Wanted) -> Registered:
    """Register a draft and return where it stands."""

    def register(by: Actor | None = None, **changes: object) -> DraftStanding:
        answer: DraftStanding = stage.act(wanted(**changes), by=by or drafter)
        return answer

    return register


@pytest.fixture
def decision() -> Decision:
    """Give a decision on the form of a draft's critique, with any field changed."""

    def make(draft_id: str, **changes: object) -> DecideForm:
        fields: dict[str, object] = {
            "draft_id": draft_id,
            "track": "critique",
            "form": "conference",
            "chair_body": "btt-mttq-tinh",
            "reason": "content",
            "note": "Nội dung liên quan trực tiếp đến đời sống nhân dân",
            "session_on": date(2017, 7, 20),
            "occurred_on": date(2017, 7, 4),
        }
        return DecideForm.model_validate({**fields, **changes})

    return make


@pytest.fixture
def opinion() -> Opinion:
    """Give an opinion document with one item under each of the named heads, with any field changed."""

    def make(
        draft_id: str, heads: tuple[str, ...] = ("necessity", "impact"), **changes: object
    ) -> IssueOpinion:
        item = {
            "remark": "Dự thảo cần thiết",
            "evaluation": "Cơ bản khả thi",
            "position": "agree_with_changes",
            "recommendation": "Bổ sung lộ trình thực hiện",
        }
        fields: dict[str, object] = {
            "draft_id": draft_id,
            "doc_number": "12/PB-MTTQ-BTT",
            "items": [{**item, "head": head} for head in heads],
            "occurred_on": date(2017, 7, 21),
        }
        return IssueOpinion.model_validate({**fields, **changes})

    return make


@pytest.fixture
def issued(
    stage: Stage, front: Actor, registered: Registered, decision: Decision, opinion: Opinion
) -> OpinionStanding:
    """Register a draft, decide its form, and issue an opinion document with two items."""
    draft_id = registered().draft_id
    stage.act(decision(draft_id), by=front)
    answer: OpinionStanding = stage.act(opinion(draft_id), by=front)
    return answer


@pytest.fixture
def answered() -> Answered:
    """Give an answer that accepts item 1 and rejects item 2 with a reason, with any field changed."""

    def make(critique_id: str, **changes: object) -> AnswerOpinion:
        fields: dict[str, object] = {
            "critique_id": critique_id,
            "doc_number": "45/SXD-QH",
            "answers": [
                {"item_no": 1, "outcome": "accepted"},
                {"item_no": 2, "outcome": "rejected", "explanation": "Vượt thẩm quyền của tỉnh"},
            ],
            "occurred_on": date(2017, 8, 1),
        }
        return AnswerOpinion.model_validate({**fields, **changes})

    return make


@pytest.fixture
def provide() -> Callable[..., list[dict[str, str]]]:
    """Give the way to write conditions with what shows them."""
    return given
