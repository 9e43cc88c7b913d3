"""What may be asked: reviews, the status of households, and the counts of a unit."""

from datetime import date
from typing import Annotated

from pydantic import Field

from campaigns.common.domain.values import CountedOn, Denominator, Numerator, OpenedOn
from campaigns.poverty.domain.area import AreaMeetingState
from campaigns.poverty.domain.review import ReviewState
from campaigns.poverty.messages.values import (
    AgreedCount,
    ApprovalNumber,
    AreaMeetingId,
    B1Points,
    CheckDocNumber,
    CommuneDecisionNumber,
    Communes,
    ComplaintsReceived,
    ComplaintsUpheld,
    Deprivations,
    PostingDue,
    SinceDay,
    WitnessedOn,
)
from contracts.campaigns.poverty import (
    AreaType,
    EscapedCount,
    FallenBackCount,
    HasFallenBack,
    NearPoorCount,
    PoorCount,
    PovertyStatus,
    ReviewId,
    TermEndDay,
)
from contracts.messages import Answer, ListQuery, Message, Page, Query
from contracts.names import Named
from contracts.values import (
    ApprovedOn,
    AreaCode,
    Attended,
    HeldOn,
    HouseholdRef,
    Households,
    MinutesRef,
    UnitCode,
    Year,
)

PostedOn = Annotated[date, Named("Ngày niêm yết", "Posted on")]


class PovertyReviewById(Query):
    """One review with its areas."""

    review_id: ReviewId


class PovertyReviewList(ListQuery):
    """Reviews by place, year and state."""

    state: ReviewState | None = None


class PovertyReviewRecord(Answer, vi="Đợt rà soát hộ nghèo, hộ cận nghèo"):
    """A commune's review of a year."""

    review_id: ReviewId
    unit_code: UnitCode
    year: Year
    state: ReviewState
    opened_on: OpenedOn
    posted_on: PostedOn | None
    due: PostingDue | None = Field(description="Until when the result is posted")
    complaints_received: ComplaintsReceived | None
    complaints_upheld: ComplaintsUpheld | None
    check_doc: CheckDocNumber | None
    commune_decision: CommuneDecisionNumber | None
    approval: ApprovalNumber | None
    approved_on: ApprovedOn | None
    households: Households
    poor: PoorCount | None
    near_poor: NearPoorCount | None
    escaped: EscapedCount | None
    fallen_back: FallenBackCount | None


class ReviewedAreaRecord(Answer, vi="Khu dân cư được rà soát"):
    """A residential area in a review, and the meeting of its people."""

    meeting_id: AreaMeetingId
    area_code: AreaCode
    area_type: AreaType
    households: Households
    state: AreaMeetingState
    attended: Attended | None
    agreed: AgreedCount | None
    minutes_ref: MinutesRef | None
    held_on: HeldOn | None
    witnessed_on: WitnessedOn | None


ReviewedAreaRecords = Annotated[list[ReviewedAreaRecord], Named("Các khu dân cư", "Residential areas")]


class PovertyReviewDetail(PovertyReviewRecord, vi="Đợt rà soát và các khu dân cư"):
    """A review with its areas and their meetings."""

    areas: ReviewedAreaRecords


class PovertyReviewPage(Page[PovertyReviewRecord], vi="Danh sách đợt rà soát"):
    """One page of reviews."""


class ReviewedHouseholds(ListQuery):
    """The screened households of a review's area with their form B; year and days are the review's."""

    review_id: ReviewId
    area_code: AreaCode
    state: PovertyStatus | None = Field(default=None, description="What the rules make of its form B")


class ReviewedHousehold(Answer, vi="Hộ được rà soát"):
    """A screened household by reference."""

    household_ref: HouseholdRef
    b1_points: B1Points | None
    deprivations: Deprivations
    found: PovertyStatus | None = Field(description="What the rules make of its form B")


class ReviewedHouseholdPage(Page[ReviewedHousehold], vi="Các hộ được rà soát"):
    """One page of screened households."""


class PovertyStatuses(ListQuery):
    """The households of an area that are poor, near-poor or escaped on a day, by the day since when."""

    area_code: AreaCode
    state: PovertyStatus | None = Field(default=None, description="The status that the review gave it")


class PovertyStanding(Answer, vi="Tình trạng nghèo của hộ"):
    """The status of a household on the day asked about."""

    household_ref: HouseholdRef
    status: PovertyStatus
    since: SinceDay
    term_ends_on: TermEndDay | None
    fallen_back: HasFallenBack
    review_id: ReviewId


class PovertyStandingPage(Page[PovertyStanding], vi="Tình trạng nghèo của các hộ"):
    """One page of households."""


class PovertyRates(Query):
    """How many households of a unit and all below it are poor, as of a day."""

    unit_code: UnitCode


class Share(Message, vi="Tỷ lệ"):
    """A share, as its two parts."""

    numerator: Numerator
    denominator: Denominator


PoorShare = Annotated[Share, Named("Tỷ lệ hộ nghèo", "Share of poor households")]
NearPoorShare = Annotated[Share, Named("Tỷ lệ hộ cận nghèo", "Share of near-poor households")]


class PovertyRatesAnswer(Answer, vi="Tỷ lệ hộ nghèo, hộ cận nghèo"):
    """Counts by the last approved review of each commune (GN-01 to GN-04)."""

    unit_code: UnitCode
    on: CountedOn
    communes: Communes = Field(description="Communes with an approved review")
    households: Households
    poor: PoorCount
    near_poor: NearPoorCount
    poor_share: PoorShare
    near_poor_share: NearPoorShare
