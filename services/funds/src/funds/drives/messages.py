"""What may be asked about drives, and what is answered."""

from typing import Annotated

from pydantic import Field

from contracts.funds.drives import CoordinatingAgencies
from contracts.messages import Answer, Command, Page, TextListQuery
from contracts.names import Named
from contracts.values import (
    AgencyLevel,
    CampaignId,
    ClosedOn,
    DriveId,
    EndDay,
    FundId,
    FundKind,
    Reason,
    StartDay,
    TargetVnd,
    UnitCode,
)
from funds.drives.domain.drive import DriveState

DriveName = Annotated[
    str, Field(min_length=1, max_length=200), Named("Tên đợt vận động", "Name of the drive")
]


class OpenDrive(Command):
    """Open a drive that raises money for a fund; the fund comes into being with its first drive."""

    fund_kind: FundKind
    unit_code: UnitCode = Field(description="The board's own unit")
    name: DriveName
    campaign_id: CampaignId | None = Field(default=None, description="The campaign that it serves")
    start_on: StartDay
    end_on: EndDay = Field(description="Last day, not before `start_on`")
    target_vnd: TargetVnd | None = None
    coordinating_bodies: CoordinatingAgencies = Field(
        default=[], max_length=50, description="Codes of agencies of the same level that coordinate"
    )


class CloseDrive(Command):
    """Close a drive: it takes no new pledge, and only donations that were pledged before."""

    drive_id: DriveId


class ReopenDrive(Command):
    """Open a closed drive again, with the reason: it takes pledges and donations as before."""

    drive_id: DriveId
    reason: Reason


class Drives(TextListQuery):
    """The drives of a unit and all below it; `year` means those that touch it."""

    state: DriveState | None = None
    fund_kind: FundKind | None = None
    campaign_id: CampaignId | None = None


class DriveStanding(Answer, vi="Tình trạng đợt vận động"):
    """A drive after the act."""

    drive_id: DriveId
    fund_id: FundId
    state: DriveState


class DriveView(Answer, vi="Đợt vận động"):
    """A drive as the public sees it."""

    drive_id: DriveId
    fund_id: FundId
    fund_kind: FundKind
    level: AgencyLevel
    unit_code: UnitCode
    name: DriveName
    campaign_id: CampaignId | None
    start_on: StartDay
    end_on: EndDay
    target_vnd: TargetVnd | None
    coordinating_bodies: CoordinatingAgencies
    state: DriveState
    closed_on: ClosedOn | None


class DrivePage(Page[DriveView], vi="Danh sách đợt vận động"):
    """One page of drives."""
