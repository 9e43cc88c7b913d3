"""A stage with the funds service, and a drive of the provincial board. All persons are synthetic."""

from collections.abc import Callable
from datetime import date

import pytest

from contracts.campaigns.campaigns import CampaignLaunched
from funds.donations.messages import ReceiptIssued, RecordDonation
from funds.drives.messages import DriveStanding, OpenDrive
from funds.pledges.messages import PledgeStanding, RegisterPledge
from funds.service import service
from shared.authority import Actor
from shared.testing import Stage, actor

OPENING_DAY = date(2017, 10, 17)


@pytest.fixture
def stage() -> Stage:
    return Stage(service)


@pytest.fixture
def board() -> Actor:
    return actor("ban-vd-quy-tinh")


@pytest.fixture
def campaign() -> CampaignLaunched:
    return CampaignLaunched(
        campaign_id="cmp_1",
        code="TDDK",
        name_vi="Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh",
        unit_code="19",
        start_on=date(2017, 6, 16),
        end_on=date(2022, 6, 16),
        content_codes=["ND1"],
        movement_codes=["PT-VNN"],
    )


@pytest.fixture
def wanted() -> Callable[..., OpenDrive]:
    """Give the way to ask for a drive, with any field changed."""

    def make(**changes: object) -> OpenDrive:
        fields: dict[str, object] = {
            "fund_kind": "for_the_poor",
            "unit_code": "19",
            "name": "Tháng cao điểm vì người nghèo 2017",
            "start_on": OPENING_DAY,
            "end_on": date(2017, 11, 18),
            "target_vnd": 5_000_000_000,
            "occurred_on": OPENING_DAY,
        }
        return OpenDrive.model_validate({**fields, **changes})

    return make


@pytest.fixture
def drive(stage: Stage, board: Actor, wanted: Callable[..., OpenDrive]) -> DriveStanding:
    answer: DriveStanding = stage.act(wanted(), by=board)
    return answer


@pytest.fixture
def promise(stage: Stage, board: Actor, drive: DriveStanding) -> Callable[[date], PledgeStanding]:
    """Give the way to register an enterprise's pledge of 10 đồng that is due on a day."""

    def register(due_on: date) -> PledgeStanding:
        pledged = RegisterPledge(
            drive_id=drive.drive_id,
            donor_kind="enterprise",
            donor_name="Công ty Giả lập L",
            amount_vnd=10,
            due_on=due_on,
            occurred_on=OPENING_DAY,
        )
        answer: PledgeStanding = stage.act(pledged, by=board)
        return answer

    return register


@pytest.fixture
def give(stage: Stage, board: Actor, drive: DriveStanding) -> Callable[..., ReceiptIssued]:
    """Give the way to record a donation to the drive, with any field changed."""

    def record(**changes: object) -> ReceiptIssued:
        fields: dict[str, object] = {
            "drive_id": drive.drive_id,
            "donor_kind": "enterprise",
            "donor_name": "Công ty Giả lập A",
            "kind": "bank",
            "amount_vnd": 50_000_000,
            "occurred_on": OPENING_DAY,
        }
        known = "pledge_id" in changes or "donor_id" in changes or changes.get("donor_kind") == "anonymous"
        base = {**fields, "donor_name": None} if known else fields
        answer: ReceiptIssued = stage.act(RecordDonation.model_validate({**base, **changes}), by=board)
        return answer

    return record
