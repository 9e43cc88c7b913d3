"""What may be asked to be done: each step of a commune's yearly poverty review."""

from typing import Self

from pydantic import Field, model_validator

from contracts.campaigns.deadlines import ExplainedDeadline
from contracts.campaigns.poverty.values import AreaType, Indicator, ReviewState
from contracts.campaigns.titles.values import DocNumber, Reason
from contracts.campaigns.values import AreaCode, UnitCode
from contracts.messages import Answer, Command, Message

BATCH = 500


class ReviewedArea(Message):
    """A residential area with its number of households."""

    kdc_id: AreaCode
    area_type: AreaType
    households: int = Field(ge=0, le=100_000)


class OpenPovertyReview(Command):
    """Open a commune's review of a year with the list of its residential areas."""

    unit_code: UnitCode = Field(description="The commune")
    year: int = Field(ge=2016, le=2100, description="Year at whose end the review stands")
    areas: list[ReviewedArea] = Field(min_length=1, max_length=500)


class ScreenHouseholds(Command):
    """Form A: households of an area that a quick look says are to be scored."""

    review_id: str
    kdc_id: AreaCode
    list_numbers: list[int] = Field(
        min_length=1, max_length=BATCH, description="Numbers in the area's private list"
    )


class CloseScreening(Command):
    """End the quick look; whoever is on the list of the poor or near-poor must be among the screened."""

    review_id: str


class Score(Message):
    """Form B of one household."""

    household_ref: str
    b1_points: int = Field(ge=0, le=1000, description="Points of form B1: assets and income")
    deprivations: list[Indicator] = Field(max_length=10, description="Indicators in which it is deprived")

    @model_validator(mode="after")
    def _names_each_once(self) -> Self:
        if len(set(self.deprivations)) < len(self.deprivations):
            msg = "deprivations: each indicator is named once"
            raise ValueError(msg)
        return self


class ScoreHouseholds(Command):
    """Record form B of screened households; a later one of the same household replaces it."""

    review_id: str
    scores: list[Score] = Field(min_length=1, max_length=BATCH)


class CloseScoring(Command):
    """End the scoring; each screened household has its form B."""

    review_id: str


class RecordAreaMeeting(Command):
    """Record an area's meeting about the scored households, by its minutes."""

    review_id: str
    kdc_id: AreaCode
    attended: int = Field(ge=1, description="Persons who came")
    agreed: int = Field(ge=0, description="Of them, who agreed with the result")
    minutes_ref: DocNumber


class WitnessAreaMeeting(Command):
    """Confirm, as the area's Front group, that the meeting was held as its minutes say."""

    review_id: str
    kdc_id: AreaCode


class PostPovertyReview(Command):
    """Post the result at the commune's office and in each area's house."""

    review_id: str


class CloseComplaints(Command):
    """End the time for complaints, with what they changed."""

    review_id: str
    received: int = Field(ge=0)
    upheld: int = Field(ge=0, description="Complaints that were found right")
    corrections: list[Score] = Field(default=[], max_length=BATCH, description="Form B anew, where upheld")


class CheckPovertyReview(Command):
    """Confirm, as the People's Committee next above, that the review was checked."""

    review_id: str
    doc_number: DocNumber


class ReturnPovertyReview(Command):
    """Send the review back to be scored anew, with a reason."""

    review_id: str
    reason: Reason


class DecidePovertyReview(Command):
    """Decide the commune's list."""

    review_id: str
    decision_no: DocNumber


class ApprovePovertyReview(Command):
    """Approve the result for the province; only now does a household's status change."""

    review_id: str
    decision_no: DocNumber


class ReviewStanding(Answer):
    """Where a review stands."""

    review_id: str
    unit_code: str
    year: int
    state: ReviewState
    due: ExplainedDeadline | None = Field(description="Until when the result is posted")


class ScreenedHousehold(Answer):
    """A household of the area's list, and the reference under which it is known."""

    list_number: int
    household_ref: str


class ScreenedHouseholds(Answer):
    """The references of the households that were screened."""

    review_id: str
    kdc_id: str
    households: list[ScreenedHousehold]


class ApprovedReview(ReviewStanding):
    """An approved review with its counts."""

    households: int
    poor: int
    near_poor: int
    escaped: int = Field(description="Households that left the list of the poor with this review")
    fallen_back: int = Field(description="Households that had escaped and are poor again")
