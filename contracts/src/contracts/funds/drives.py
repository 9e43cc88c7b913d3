"""What the feature «drives» of the funds service tells the others."""

from typing import Annotated

from contracts.messages import Event
from contracts.names import Named
from contracts.values import (
    AgencyCode,
    AgencyLevel,
    CampaignId,
    DriveId,
    EndDay,
    FundId,
    ReopenedOn,
    StartDay,
    TargetVnd,
    UnitCode,
)

CoordinatingAgencies = Annotated[list[AgencyCode], Named("Cơ quan phối hợp", "Coordinating bodies")]


class DriveOpened(Event, service="funds", subject="drive_id", unit="unit_code", vi="Đã mở đợt vận động"):
    """A board opened a drive that raises money for its fund; the coordinators are of the same level."""

    drive_id: DriveId
    fund_id: FundId
    level: AgencyLevel
    unit_code: UnitCode
    campaign_id: CampaignId | None = None
    start_on: StartDay
    end_on: EndDay
    target_vnd: TargetVnd | None = None
    coordinating_bodies: CoordinatingAgencies


class DriveReopened(
    Event, service="funds", subject="drive_id", unit="unit_code", vi="Đã mở lại đợt vận động"
):
    """A board opened a drive again that it had closed; why is in the history of the drive."""

    drive_id: DriveId
    fund_id: FundId
    unit_code: UnitCode
    reopened_on: ReopenedOn
