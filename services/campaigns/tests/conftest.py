"""The stage of the campaigns service and the steps that several tests begin with."""

from collections.abc import Callable
from datetime import date

import pytest

from campaigns.campaigns.messages import LaunchCampaign
from campaigns.service import service
from shared.authority import Actor
from shared.testing import Stage, actor

Order = Callable[..., LaunchCampaign]
Launched = Callable[..., str]


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
