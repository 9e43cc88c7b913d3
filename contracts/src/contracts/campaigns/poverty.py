"""What the yearly poverty review tells the others; a household is a reference."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from contracts.messages import Event
from contracts.names import Named
from contracts.values import (
    COUNT,
    ID,
    ApprovedOn,
    AreaCode,
    DecisionNumber,
    EffectiveDay,
    HouseholdRef,
    Households,
    UnitCode,
    Year,
)

ReviewId = Annotated[str, ID, Named("Mã đợt rà soát", "Review id")]
PoorCount = Annotated[int, COUNT, Named("Số hộ nghèo", "Poor households")]
NearPoorCount = Annotated[int, COUNT, Named("Số hộ cận nghèo", "Near-poor households")]
EscapedCount = Annotated[int, COUNT, Named("Số hộ thoát nghèo", "Escaped households")]
FallenBackCount = Annotated[int, COUNT, Named("Số hộ tái nghèo", "Households that fell back")]
HasFallenBack = Annotated[bool, Named("Tái nghèo", "Fallen back")]
DeprivationCount = Annotated[int, COUNT, Named("Số chỉ số thiếu hụt", "Number of deprivations")]
TermEndDay = Annotated[date, Named("Ngày hết thời hạn mới thoát nghèo", "End of the term")]
AreaType = Annotated[
    Literal["rural", "urban"],
    Named("Khu vực", "Type of area", codes={"rural": "Nông thôn", "urban": "Thành thị"}),
]

_Status = Literal["not_poor", "near_poor", "poor", "escaped"]
_STATUSES = {
    "not_poor": "Không nghèo",
    "near_poor": "Cận nghèo",
    "poor": "Nghèo",
    "escaped": "Mới thoát nghèo",
}
PovertyStatus = Annotated[_Status, Named("Tình trạng nghèo", "Poverty status", codes=_STATUSES)]
FromPovertyStatus = Annotated[_Status, Named("Tình trạng trước", "Status before", codes=_STATUSES)]
ToPovertyStatus = Annotated[_Status, Named("Tình trạng sau", "Status after", codes=_STATUSES)]


class PovertyReviewApproved(
    Event,
    service="campaigns",
    subject="review_id",
    unit="unit_code",
    vi="Đã phê duyệt kết quả rà soát hộ nghèo",
):
    """The province approved the poverty review of a commune."""

    review_id: ReviewId
    unit_code: UnitCode
    year: Year
    households: Households
    poor: PoorCount
    near_poor: NearPoorCount
    escaped: EscapedCount = Field(description="Households that left the list of the poor with this review")
    fallen_back: FallenBackCount = Field(description="Households that had escaped and are poor again")
    decision_no: DecisionNumber
    approved_on: ApprovedOn


class HouseholdPovertyStatusChanged(
    Event,
    service="campaigns",
    subject="household_ref",
    unit="area_code",
    vi="Tình trạng nghèo của hộ đã thay đổi",
):
    """An approved review changed the status of a household."""

    household_ref: HouseholdRef
    area_code: AreaCode
    from_status: FromPovertyStatus
    to_status: ToPovertyStatus
    fallen_back: HasFallenBack = Field(description="It had escaped and is poor again (tái nghèo)")
    area_type: AreaType
    deprivations: DeprivationCount = Field(description="Number of indicators in which it is deprived, of ten")
    effective_on: EffectiveDay
    term_ends_on: TermEndDay | None = Field(description="Of `escaped`: from this day it is simply not poor")
