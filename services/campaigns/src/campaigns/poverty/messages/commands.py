"""What may be asked to be done: each step of a commune's yearly poverty review."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from campaigns.common.domain.values import ListNumber
from campaigns.poverty.domain.review import ReviewState
from campaigns.poverty.messages.values import (
    AgreedCount,
    B1Points,
    ComplaintsReceived,
    ComplaintsUpheld,
    Deprivations,
    ListNumbers,
    PostingDue,
)
from contracts.campaigns.poverty import (
    AreaType,
    EscapedCount,
    FallenBackCount,
    NearPoorCount,
    PoorCount,
    ReviewId,
)
from contracts.messages import Answer, Command, Message
from contracts.names import Named
from contracts.values import (
    AreaCode,
    Attended,
    DecisionNumber,
    DocNumber,
    HouseholdRef,
    Households,
    MinutesRef,
    Reason,
    UnitCode,
    Year,
)

BATCH = 500


class ReviewedArea(Message, vi="Khu dân cư được rà soát"):
    """A residential area with its number of households."""

    area_code: AreaCode
    area_type: AreaType
    households: Households = Field(le=100_000)


ReviewedAreas = Annotated[list[ReviewedArea], Named("Các khu dân cư", "Residential areas")]


class OpenPovertyReview(Command):
    """Open a commune's review of a year with the list of its residential areas."""

    unit_code: UnitCode = Field(description="The commune")
    year: Year = Field(ge=2016, description="Year at whose end the review stands")
    areas: ReviewedAreas = Field(min_length=1, max_length=500)


class ScreenHouseholds(Command):
    """Form A: households of an area that a quick look says are to be scored."""

    review_id: ReviewId
    area_code: AreaCode
    list_numbers: ListNumbers = Field(
        min_length=1, max_length=BATCH, description="Numbers in the area's private list"
    )


class CloseScreening(Command):
    """End the quick look; whoever is on the list of the poor or near-poor must be among the screened."""

    review_id: ReviewId


class Score(Message, vi="Phiếu B của hộ"):
    """Form B of one household."""

    household_ref: HouseholdRef
    b1_points: B1Points = Field(description="Points of form B1: assets and income")
    deprivations: Deprivations = Field(max_length=10, description="Indicators in which it is deprived")

    @model_validator(mode="after")
    def _names_each_once(self) -> Self:
        if len(set(self.deprivations)) < len(self.deprivations):
            msg = "deprivations: each indicator is named once"
            raise ValueError(msg)
        return self


Scores = Annotated[list[Score], Named("Phiếu B của các hộ", "Scores")]
Corrections = Annotated[list[Score], Named("Phiếu B chấm lại", "Corrections")]


class ScoreHouseholds(Command):
    """Record form B of screened households; a later one of the same household replaces it."""

    review_id: ReviewId
    scores: Scores = Field(min_length=1, max_length=BATCH)


class CloseScoring(Command):
    """End the scoring; each screened household has its form B."""

    review_id: ReviewId


class RecordAreaMeeting(Command):
    """Record an area's meeting about the scored households, by its minutes."""

    review_id: ReviewId
    area_code: AreaCode
    attended: Attended = Field(ge=1, description="Persons who came")
    agreed: AgreedCount = Field(description="Of them, who agreed with the result")
    minutes_ref: MinutesRef


class WitnessAreaMeeting(Command):
    """Confirm, as the area's Front group, that the meeting was held as its minutes say."""

    review_id: ReviewId
    area_code: AreaCode


class PostPovertyReview(Command):
    """Post the result at the commune's office and in each area's house."""

    review_id: ReviewId


class CloseComplaints(Command):
    """End the time for complaints, with what they changed."""

    review_id: ReviewId
    received: ComplaintsReceived
    upheld: ComplaintsUpheld = Field(description="Complaints that were found right")
    corrections: Corrections = Field(default=[], max_length=BATCH, description="Form B anew, where upheld")


class CheckPovertyReview(Command):
    """Confirm, as the People's Committee next above, that the review was checked."""

    review_id: ReviewId
    doc_number: DocNumber


class ReturnPovertyReview(Command):
    """Send the review back to be scored anew, with a reason."""

    review_id: ReviewId
    reason: Reason


class DecidePovertyReview(Command):
    """Decide the commune's list."""

    review_id: ReviewId
    decision_no: DecisionNumber


class ApprovePovertyReview(Command):
    """Approve the result for the province; only now does a household's status change."""

    review_id: ReviewId
    decision_no: DecisionNumber


class ReviewStanding(Answer, vi="Tình trạng đợt rà soát"):
    """Where a review stands."""

    review_id: ReviewId
    unit_code: UnitCode
    year: Year
    state: ReviewState
    due: PostingDue | None = Field(description="Until when the result is posted")


class ScreenedHousehold(Answer, vi="Hộ đưa vào rà soát"):
    """A household of the area's list, and the reference under which it is known."""

    list_number: ListNumber
    household_ref: HouseholdRef


ScreenedHouseholdList = Annotated[
    list[ScreenedHousehold], Named("Các hộ đưa vào rà soát", "Screened households")
]


class ScreenedHouseholds(Answer, vi="Các hộ đưa vào rà soát"):
    """The references of the households that were screened."""

    review_id: ReviewId
    area_code: AreaCode
    households: ScreenedHouseholdList


class ApprovedReview(ReviewStanding, vi="Kết quả rà soát được phê duyệt"):
    """An approved review with its counts."""

    households: Households
    poor: PoorCount
    near_poor: NearPoorCount
    escaped: EscapedCount = Field(description="Households that left the list of the poor with this review")
    fallen_back: FallenBackCount = Field(description="Households that had escaped and are poor again")
