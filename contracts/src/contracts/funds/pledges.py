"""What the feature «pledges» of the funds service tells the others. A donor is a reference."""

from contracts.messages import Event
from contracts.values import (
    DonorId,
    DonorKind,
    DriveId,
    DueDay,
    FirstDueDay,
    FundId,
    FundKind,
    PledgeId,
    PledgeKind,
    Restriction,
    UnitCode,
    Vnd,
)


class PledgeRegistered(
    Event, service="funds", subject="pledge_id", unit="unit_code", vi="Đã đăng ký cam kết ủng hộ"
):
    """A donor promised money; a promise is never income. An anonymous donor has no reference."""

    pledge_id: PledgeId
    fund_id: FundId
    fund_kind: FundKind
    drive_id: DriveId
    unit_code: UnitCode
    donor_id: DonorId | None
    donor_kind: DonorKind
    kind: PledgeKind = "money"
    amount_vnd: Vnd
    due_on: DueDay
    restriction: Restriction = None


class PledgeExtended(
    Event, service="funds", subject="pledge_id", unit="unit_code", vi="Đã gia hạn cam kết ủng hộ"
):
    """A donor who promised money was given more time; why is in the history of the pledge."""

    pledge_id: PledgeId
    fund_id: FundId
    fund_kind: FundKind
    drive_id: DriveId
    unit_code: UnitCode
    due_on: DueDay
    first_due_on: FirstDueDay
