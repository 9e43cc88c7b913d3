"""What the poverty review tells the others; a household is a reference."""

from datetime import date

from pydantic import Field

from contracts.campaigns.poverty.values import AreaType, PovertyStatus
from contracts.messages import Event


class PovertyReviewApproved(Event, service="campaigns", subject="review_id", unit="unit_code"):
    """The province approved the poverty review of a commune."""

    review_id: str
    unit_code: str
    year: int
    households: int
    poor: int
    near_poor: int
    escaped: int = Field(description="Households that left the list of the poor with this review")
    fallen_back: int = Field(description="Households that had escaped and are poor again")
    decision_no: str
    approved_on: date


class HouseholdPovertyStatusChanged(Event, service="campaigns", subject="household_ref", unit="kdc_id"):
    """An approved review changed the status of a household."""

    household_ref: str
    kdc_id: str
    from_status: PovertyStatus
    to_status: PovertyStatus
    fallen_back: bool = Field(description="It had escaped and is poor again (tái nghèo)")
    area_type: AreaType
    deprivations: int = Field(description="Number of indicators in which it is deprived, of ten")
    effective_on: date
    term_ends_on: date | None = Field(description="Of `escaped`: from this day it is simply not poor")
