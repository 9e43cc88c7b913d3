"""What may be asked: reviews, the status of households, and the counts of a unit."""

from datetime import date

from pydantic import Field

from contracts.campaigns.deadlines import ExplainedDeadline
from contracts.campaigns.poverty.values import AreaType, Indicator, PovertyStatus, ReviewState
from contracts.campaigns.values import AreaCode, UnitCode
from contracts.messages import Answer, ListQuery, Page, Query


class PovertyReviewById(Query):
    """One review with its areas."""

    review_id: str


class PovertyReviewList(ListQuery):
    """Reviews by place, year and state."""

    unit_code: UnitCode | None = Field(default=None, description="This unit and all below it")
    year: int | None = Field(default=None, ge=2016, le=2100)
    state: ReviewState | None = None


class PovertyReviewRecord(Answer):
    """A commune's review of a year."""

    review_id: str
    unit_code: str
    year: int
    state: ReviewState
    opened_on: date
    posted_on: date | None
    due: ExplainedDeadline | None = Field(description="Until when the result is posted")
    complaints_received: int | None
    complaints_upheld: int | None
    check_doc: str | None
    commune_decision: str | None
    approval: str | None
    approved_on: date | None
    households: int
    poor: int | None
    near_poor: int | None
    escaped: int | None
    fallen_back: int | None


class ReviewedAreaRecord(Answer):
    """A residential area in a review."""

    kdc_id: str
    area_type: AreaType
    households: int
    attended: int | None
    agreed: int | None
    minutes_ref: str | None
    held_on: date | None
    witnessed_on: date | None


class PovertyReviewDetail(PovertyReviewRecord):
    """A review with its areas and their meetings."""

    areas: list[ReviewedAreaRecord]


class PovertyReviewPage(Page[PovertyReviewRecord]):
    """One page of reviews."""


class ReviewedHouseholds(ListQuery):
    """The screened households of a review's area with their form B."""

    review_id: str
    kdc_id: AreaCode


class ReviewedHousehold(Answer):
    """A screened household by reference."""

    household_ref: str
    b1_points: int | None
    deprivations: list[Indicator]
    found: PovertyStatus | None = Field(description="What the rules make of its form B")


class ReviewedHouseholdPage(Page[ReviewedHousehold]):
    """One page of screened households."""


class PovertyStatuses(ListQuery):
    """The households of an area that are poor, near-poor or escaped on a day."""

    kdc_id: AreaCode


class PovertyStanding(Answer):
    """The status of a household on the day asked about."""

    household_ref: str
    status: PovertyStatus
    since: date
    term_ends_on: date | None
    fallen_back: bool
    review_id: str


class PovertyStandingPage(Page[PovertyStanding]):
    """One page of households."""


class PovertyRates(Query):
    """How many households of a unit and all below it are poor, as of a day."""

    unit_code: UnitCode


class Share(Answer):
    """A share as a fraction."""

    numerator: int
    denominator: int


class PovertyRatesAnswer(Answer):
    """Counts by the last approved review of each commune (GN-01 to GN-04)."""

    unit_code: str
    on: date
    communes: int = Field(description="Communes with an approved review")
    households: int
    poor: int
    near_poor: int
    poor_share: Share
    near_poor_share: Share
