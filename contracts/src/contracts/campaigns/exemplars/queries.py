"""What may be asked: exemplars, their commendation, and the criteria."""

from datetime import date

from pydantic import Field, JsonValue

from contracts.campaigns.exemplars.commands import CommendationCriterion, CriterionEvidence
from contracts.campaigns.exemplars.values import (
    CommendationForm,
    CommendationLevel,
    ExemplarKind,
    ExemplarState,
    Occasion,
)
from contracts.campaigns.values import ContentCode, UnitCode
from contracts.messages import Answer, ListQuery, Message, Page, Query


class CommendationCriteria(Query):
    """The commendation criteria in force on a day."""


class CommendationCriteriaList(ListQuery):
    """Every version of the commendation criteria."""


class CriteriaRecord(Answer):
    """One version of the commendation criteria."""

    criteria_id: str
    version: str = Field(description="Number of the document that issued it")
    guidance_id: str
    issuer_org: str
    effective_on: date
    criteria: list[CommendationCriterion]


class CriteriaPage(Page[CriteriaRecord]):
    """One page of versions."""


class ExemplarById(Query):
    """One nomination; never who it is."""

    exemplar_id: str


class ExemplarList(ListQuery):
    """Nominations by place, year, state, content and subject."""

    unit_code: UnitCode | None = Field(default=None, description="This unit and all below it")
    year: int | None = Field(default=None, ge=2016, le=2100, description="Year of the nomination")
    state: ExemplarState | None = None
    content_code: ContentCode | None = None
    subject_kind: ExemplarKind | None = None
    subject_ref: str | None = None


class CoNominator(Message):
    """A body named as co-nominator, and when it confirmed."""

    body: str
    confirmed_on: date | None


class ExemplarRecord(Answer):
    """A nomination, from its beginning to the award; never who it is."""

    exemplar_id: str
    subject_kind: ExemplarKind
    subject_ref: str
    kdc_id: str
    year: int
    content_code: ContentCode
    achievement: str
    criteria_id: str
    criteria_version: str
    criteria_met: list[CriterionEvidence]
    nominated_by: str
    nominated_on: date
    co_nominators: list[CoNominator]
    level: CommendationLevel | None
    minutes_ref: str | None
    reviewed_by: str | None
    reviewed_on: date | None
    decided_by: str | None
    decision_no: str | None
    form: CommendationForm | None
    decided_on: date | None
    occasion: Occasion | None
    occasion_ref: str | None
    awarded_on: date | None
    rejected_on: date | None
    reason: str | None
    state: ExemplarState
    facts_digest: str | None


class ExemplarPage(Page[ExemplarRecord]):
    """One page of nominations."""


class ExemplarSubject(Query):
    """Who a nomination is about: private, each reading is audited."""

    exemplar_id: str


class SubjectAnswer(Answer):
    """The private name behind an opaque reference; empty for a household, which its own list names."""

    exemplar_id: str
    subject_kind: ExemplarKind
    subject_ref: str
    name: str | None


class ExemplarFacts(Query):
    """The facts that were frozen with the decision on a commendation."""

    exemplar_id: str


class FrozenExemplarFacts(Answer):
    """The facts behind a commendation, as they were on its day; no name among them."""

    exemplar_id: str
    facts: dict[str, JsonValue]
    digest: str = Field(description="SHA-256 of the facts in canonical JSON")
    intact: bool = Field(description="Whether the facts still have this digest")


class ExemplarCounts(Query):
    """How many nominations stood in which state in a unit on a day; never whose."""

    unit_code: UnitCode = Field(description="This unit and all below it")
    year: int | None = Field(default=None, ge=2016, le=2100, description="Year of the nomination")


class ExemplarCount(Message):
    """Nominations of one subject kind, content and state."""

    subject_kind: ExemplarKind
    content_code: ContentCode
    state: ExemplarState
    exemplars: int


class ExemplarCountsAnswer(Answer):
    """The nominations of a unit as they stood on a day."""

    unit_code: str
    on: date
    counts: list[ExemplarCount]
