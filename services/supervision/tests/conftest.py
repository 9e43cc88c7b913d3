"""A stage with the supervision service and the steps that several tests begin with. All is synthetic."""

from collections.abc import Callable
from datetime import date

import pytest

from shared.authority import Actor
from shared.testing import Stage, actor
from supervision.plans.messages import AgreePlan, PlanStanding, ProposePlan, StateView
from supervision.recommendations.messages import RecommendationStanding, SendRecommendation
from supervision.service import service

DAY = date(2017, 7, 3)
CONSULTED = ["ubnd-tinh", "hlhpn-tinh", "vp-dp-ntm", "hdnd-tinh"]

Wanted = Callable[..., ProposePlan]
Proposed = Callable[..., PlanStanding]
Heard = Callable[..., None]
Agreed = Callable[..., str]
Recommended = Callable[..., SendRecommendation]
Sent = Callable[..., RecommendationStanding]


@pytest.fixture
def stage() -> Stage:
    return Stage(service)


@pytest.fixture
def front() -> Actor:
    return actor("btt-mttq-tinh")


@pytest.fixture
def supervised() -> Actor:
    return actor("so-ldtbxh")


@pytest.fixture
def wanted() -> Wanted:
    """Give a plan of the province with a poverty and a rural topic, with any field changed."""

    def make(**changes: object) -> ProposePlan:
        fields: dict[str, object] = {
            "year": 2017,
            "unit_code": "19",
            "topics": [
                {"topic": "GS-GN", "form": "delegation", "target_bodies": ["so-ldtbxh"]},
                {
                    "topic": "GS-NTM-1",
                    "form": "document_review",
                    "target_bodies": ["so-nnptnt"],
                    "proposing_body": "vp-dp-ntm",
                },
            ],
            "consulted_bodies": CONSULTED,
            "occurred_on": DAY,
        }
        return ProposePlan.model_validate({**fields, **changes})

    return make


@pytest.fixture
def proposed(stage: Stage, front: Actor, wanted: Wanted) -> Proposed:
    """Propose a plan and return where it stands."""

    def propose(by: Actor | None = None, **changes: object) -> PlanStanding:
        answer: PlanStanding = stage.act(wanted(**changes), by=by or front)
        return answer

    return propose


@pytest.fixture
def heard(stage: Stage) -> Heard:
    """Let bodies state that they agree with a plan."""

    def hear(plan_id: str, bodies: list[str] = CONSULTED, on: date = DAY) -> None:
        for body in bodies:
            stage.act(StateView(plan_id=plan_id, view="agreed", occurred_on=on), by=actor(body))

    return hear


@pytest.fixture
def agreed(stage: Stage, front: Actor, proposed: Proposed, heard: Heard) -> Agreed:
    """Propose, harmonise and agree a plan; return its id."""

    def agree(**changes: object) -> str:
        plan_id = proposed(**changes).plan_id
        heard(plan_id)
        stage.act(AgreePlan(plan_id=plan_id, doc_number="18/KH-MTTQ-BTT", occurred_on=DAY), by=front)
        return plan_id

    return agree


@pytest.fixture
def recommended() -> Recommended:
    """Give a recommendation on the poverty topic, with any field changed."""

    def make(plan_id: str, **changes: object) -> SendRecommendation:
        fields: dict[str, object] = {
            "plan_id": plan_id,
            "topic": "GS-GN",
            "addressee_body": "so-ldtbxh",
            "doc_number": "31/KN-MTTQ-BTT",
            "text": "Niêm yết công khai danh sách hộ nghèo tại nhà văn hóa xóm (giả lập)",
            "legal_basis": ["QĐ 1722/QĐ-TTg"],
            "occurred_on": date(2017, 9, 1),
        }
        return SendRecommendation.model_validate({**fields, **changes})

    return make


@pytest.fixture
def sent(stage: Stage, front: Actor, agreed: Agreed, recommended: Recommended) -> RecommendationStanding:
    """Send a recommendation to the department that was supervised."""
    answer: RecommendationStanding = stage.act(recommended(agreed()), by=front)
    return answer
