"""What may be asked: units on the way to a standard."""

from datetime import date

from pydantic import Field, JsonValue

from contracts.campaigns.deadlines import ExplainedDeadline
from contracts.campaigns.standards.values import (
    CandidateState,
    ListState,
    SoughtStandard,
    StandardCode,
    Standing,
    SurveyState,
)
from contracts.campaigns.values import BodyCode, UnitCode
from contracts.messages import Answer, ListQuery, Message, Page, Query


class _PlaceAndYear(ListQuery):
    """The filters that every list has."""

    unit_code: UnitCode | None = Field(default=None, description="This unit and all below it")
    year: int | None = Field(default=None, ge=2016, le=2100)


class CandidateById(Query):
    """One unit on its way to a standard."""

    candidate_id: str


class CandidateList(_PlaceAndYear):
    """Units on their way to a standard, or recognised."""

    standard: SoughtStandard | None = None
    state: CandidateState | None = None
    overdue_as_of: date | None = Field(
        default=None, description="Only registrations that the district should have answered before this day"
    )


class SurveyRecord(Answer):
    """A survey of the residents' satisfaction."""

    survey_id: str
    opened_by: str
    opened_on: date
    surveyors: list[str]
    state: SurveyState
    households_total: int | None
    households_asked: int | None
    satisfied: int | None
    completed_by: str | None
    completed_on: date | None


class StepOnTheWay(Message):
    """A step, who took it when, and the figures and papers that it rests on."""

    step: str
    state: CandidateState
    on: date
    by: str
    details: dict[str, JsonValue]


class CandidateRecord(Answer):
    """A unit on its way to a standard."""

    candidate_id: str
    standard: SoughtStandard
    version: str = Field(description="Version of the criteria set that was last applied")
    unit_code: str
    year: int
    registered_on: date
    state: CandidateState
    due: ExplainedDeadline | None = Field(description="What the rule table sets for the state it stands in")
    list_id: str | None
    decided_by: str | None
    decision_no: str | None
    decided_on: date | None
    valid_until: date | None
    first_time: bool | None
    renews_id: str | None = Field(description="The recognition that this one would renew")
    facts_digest: str | None


class CandidateDetail(CandidateRecord):
    """A unit on its way, with its steps and surveys."""

    steps: list[StepOnTheWay]
    surveys: list[SurveyRecord]


class CandidatePage(Page[CandidateRecord]):
    """One page of units on their way."""


class CandidateFacts(Query):
    """The facts that were frozen with the decision on a unit."""

    candidate_id: str


class FrozenUnitFacts(Answer):
    """The facts behind a decision, as they were on its day."""

    candidate_id: str
    facts: dict[str, JsonValue]
    digest: str = Field(description="SHA-256 of the facts in canonical JSON")
    intact: bool = Field(description="Whether the facts still have this digest")


class NtmListById(Query):
    """One year's list of candidate communes."""

    list_id: str


class NtmLists(ListQuery):
    """The yearly lists."""

    year: int | None = Field(default=None, ge=2016, le=2100)
    state: ListState | None = None


class NtmListRecord(Answer):
    """A year's list of candidate communes."""

    list_id: str
    year: int
    state: ListState
    commune_codes: list[str]
    compiled_by: str
    compiled_on: date
    submitted_on: date | None
    decision_no: str | None
    decided_on: date | None


class NtmListPage(Page[NtmListRecord]):
    """One page of yearly lists."""


class AssessmentList(_PlaceAndYear):
    """Assessments by criteria."""

    standard: StandardCode | None = None
    criterion_no: int | None = Field(default=None, ge=1)
    assessor: BodyCode | None = None


class AssessmentRecord(Answer):
    """One assessment of a unit by one criterion, or by a set as a whole."""

    assessment_id: str
    standard: StandardCode
    version: str
    criterion_no: int | None
    unit_code: str
    year: int
    passed: bool
    measured_value: str | None
    unit_of_measure: str | None
    evidence_ref: str
    assessor: str
    assessed_on: date


class AssessmentPage(Page[AssessmentRecord]):
    """One page of assessments."""


class Recognitions(ListQuery):
    """The recognitions that hold on the day of `as_of`."""

    standard: SoughtStandard | None = None
    unit_code: UnitCode | None = Field(default=None, description="This unit and all below it")


class RecognitionRecord(Answer):
    """A recognition that holds; past its term it is due for re-assessment until it lapses or is renewed."""

    candidate_id: str
    standard: SoughtStandard
    version: str
    unit_code: str
    decision_no: str
    decided_on: date
    valid_until: date
    standing: Standing


class RecognitionPage(Page[RecognitionRecord]):
    """One page of recognitions."""


class RecognitionShare(Query):
    """How many units of those that may hold a standard hold it on the day of `as_of`."""

    standard: SoughtStandard
    unit_code: UnitCode = Field(description="This unit and all below it")


class RecognitionShareAnswer(Answer):
    """A share of units on a day: those within their term, of the units that the set is for."""

    standard: SoughtStandard
    unit_code: str
    on: date
    numerator: int
    denominator: int
