"""The stage of the campaigns service and the steps that several tests begin with."""

from collections.abc import Callable
from datetime import date

import pytest

from campaigns.assignments.messages.commands import ProposeAssignment
from campaigns.campaigns.messages import LaunchCampaign
from campaigns.consultations.messages import ConcludeConsultation, HoldConsultation
from campaigns.service import service
from shared.authority import Actor
from shared.testing import Stage, actor

Order = Callable[..., LaunchCampaign]
Launched = Callable[..., str]
Consulted = Callable[..., str]
Proposed = Callable[..., str]


@pytest.fixture
def order() -> Order:
    """Give a launch that nothing forbids, with other fields where a test names them; all is synthetic."""

    def launch_of(unit_code: str = "19", **more: object) -> LaunchCampaign:
        fields: dict[str, object] = {
            "code": "TDDK",
            "name_vi": "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh (giả lập)",
            "unit_code": unit_code,
            "start_on": date(2017, 6, 16),
            "end_on": date(2020, 12, 31),
            "movement_codes": ["PT-NTM", "PT-VNN"],
        }
        return LaunchCampaign.model_validate(fields | more)

    return launch_of


@pytest.fixture
def stage() -> Stage:
    return Stage(service)


@pytest.fixture
def board() -> Actor:
    return actor("btt-mttq-tinh")


@pytest.fixture
def member() -> Actor:
    return actor("hlhpn-tinh")


@pytest.fixture
def launched(stage: Stage, board: Actor, order: Order) -> Launched:
    """Launch a campaign and return its id."""

    def launch(by: Actor | None = None, **more: object) -> str:
        chair = by or board
        return str(stage.act(order(chair.unit, **more), by=chair).campaign_id)

    return launch


@pytest.fixture
def consulted(stage: Stage, board: Actor, launched: Launched) -> Consulted:
    """Hold a consultation about a new campaign, conclude it, and return its id."""

    def consult(by: Actor | None = None, participant_bodies: list[str] | None = None, **more: object) -> str:
        chair = by or board
        order = HoldConsultation(
            campaign_id=launched(chair, **more),
            topics=["Phân công thực hiện nội dung 1"],
            participant_bodies=participant_bodies or ["hlhpn-tinh", "hnd-tinh"],
        )
        held = stage.act(order, by=chair).consultation_id
        stage.act(ConcludeConsultation(consultation_id=held, minutes_ref="01/BB-HT"), by=chair)
        return str(held)

    return consult


@pytest.fixture
def proposed(stage: Stage, board: Actor, consulted: Consulted) -> Proposed:
    """Propose an assignment to the women's union and return its id."""

    def propose(**more: object) -> str:
        fields: dict[str, object] = {
            "consultation_id": more.get("consultation_id") or consulted(),
            "assignee_body": "hlhpn-tinh",
            "kind": "content",
            "content_code": "ND1",
            "duty_id": "II.1a-c",
            "unit_code": "19",
            "due_on": date(2017, 12, 31),
        }
        proposal = ProposeAssignment.model_validate(fields | more)
        return str(stage.act(proposal, by=board).assignment_id)

    return propose
