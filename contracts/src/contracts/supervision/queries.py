"""What may be asked about supervision, and how it is answered."""

from datetime import date

from pydantic import Field

from contracts.messages import Answer, ListQuery, Page, Query
from contracts.supervision.commands import PlannedTopic
from contracts.supervision.values import (
    BodyCode,
    ExplainedDeadline,
    Level,
    Outcome,
    PlanState,
    RecommendationState,
    TopicCode,
    UnitCode,
    ViewKind,
)


class _PlaceAndYear(ListQuery):
    """The filters that every list has."""

    unit_code: UnitCode | None = Field(default=None, description="This unit and all below, as they were then")
    year: int | None = Field(default=None, ge=2016, le=2100)


class PlanById(Query):
    """One supervision plan with the views on it."""

    plan_id: str


class PlanList(_PlaceAndYear):
    """Supervision plans of a year."""

    state: PlanState | None = None


class PlanRow(Answer):
    """A plan: whose, of which year, and where it stands."""

    plan_id: str
    year: int
    level: Level
    unit_code: str
    chair_org: str
    topics: list[TopicCode]
    state: PlanState
    proposed_on: date
    doc_number: str | None
    agreed_on: date | None


class PlanPage(Page[PlanRow]):
    """One page of plans."""


class StatedView(Answer):
    """What a consulted body said of a plan; `resolution` says how its overlap was resolved."""

    body: str
    view: ViewKind
    overlapping: list[TopicCode]
    remark: str | None
    stated_on: date
    resolution: str | None


class PlanDetail(PlanRow):
    """A plan with its topics in full and the views on it."""

    planned: list[PlannedTopic]
    consulted: list[str]
    views: list[StatedView]


class RecommendationById(Query):
    """One recommendation in full, for its two parties."""

    recommendation_id: str


class RecommendationList(_PlaceAndYear):
    """Recommendations sent in a year."""

    addressee: BodyCode | None = None
    topic: TopicCode | None = None
    state: RecommendationState | None = None
    overdue_as_of: date | None = Field(
        default=None, description="Only those that were due before this day and not answered by it"
    )


class RecommendationRow(Answer):
    """A recommendation as the public sees it: number, topic, parties, days, outcome."""

    recommendation_id: str
    plan_id: str
    topic: TopicCode
    sender_org: str
    addressee_org: str
    unit_code: str
    doc_number: str
    state: RecommendationState
    sent_on: date
    due_on: date
    acknowledged_on: date | None
    answered_on: date | None
    outcome: Outcome | None
    on_time: bool | None


class RecommendationPage(Page[RecommendationRow]):
    """One page of recommendations."""


class RecommendationDetail(RecommendationRow):
    """A recommendation in full."""

    text: str
    legal_basis: list[str]
    answer_due: ExplainedDeadline
    answer_doc_number: str | None
    reason: str | None


class DocumentList(_PlaceAndYear):
    """Guiding documents that can be supervised by reading them (form `document_review`)."""

    issuer: BodyCode | None = None


class SupervisedDocument(Answer):
    """A guiding document that was issued in the programme."""

    guidance_id: str
    kind: str
    doc_number: str
    title: str
    issuer_org: str
    unit_code: str
    effective_on: date
    replaces_id: str | None


class DocumentPage(Page[SupervisedDocument]):
    """One page of documents."""
