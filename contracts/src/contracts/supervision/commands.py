"""What may be asked of the supervision service, and what it answers."""

from pydantic import Field

from contracts.messages import Answer, Command, Message
from contracts.supervision.values import (
    BodyCode,
    DocNumber,
    ExplainedDeadline,
    Outcome,
    PlanState,
    RecommendationState,
    SupervisionForm,
    TopicCode,
    UnitCode,
    ViewKind,
    Words,
)


class PlannedTopic(Message):
    """A topic of a plan, the form of its supervision, and whom it concerns."""

    topic: TopicCode
    form: SupervisionForm
    target_orgs: list[BodyCode] = Field(
        min_length=1, max_length=50, description="State bodies of the same level"
    )
    proposed_by: BodyCode | None = Field(
        default=None, description="The state body whose own inspection plan is merged here, if it is one"
    )


class ProposePlan(Command):
    """Propose the supervision plan of a year in the Front body's own unit."""

    year: int = Field(ge=2017, le=2100)
    unit_code: UnitCode
    topics: list[PlannedTopic] = Field(min_length=1, max_length=30)
    consulted: list[BodyCode] = Field(
        min_length=1, max_length=60, description="Bodies of the same level that are asked for their view"
    )


class StateView(Command):
    """State the acting body's view of a proposed plan."""

    plan_id: str
    view: ViewKind
    overlapping: list[TopicCode] = Field(default=[], description="Required where the view is `overlap`")
    remark: Words | None = Field(default=None, description="Required where the view is `overlap`")


class ResolveOverlap(Command):
    """Say how an overlap that a consulted body has named is resolved."""

    plan_id: str
    body: BodyCode = Field(description="The body that named it")
    note: Words


class AgreePlan(Command):
    """Agree a plan, once every consulted body has stated its view and no overlap is open."""

    plan_id: str
    doc_number: DocNumber


class SendRecommendation(Command):
    """Send a recommendation to a body that was supervised."""

    plan_id: str
    topic: TopicCode
    addressee: BodyCode
    doc_number: DocNumber
    text: Words = Field(description="What is recommended; stays with the two parties")
    legal_basis: list[str] = Field(min_length=1, max_length=20, description="Provisions on which it rests")


class AcknowledgeRecommendation(Command):
    """Confirm that the acting body has received a recommendation."""

    recommendation_id: str


class AnswerRecommendation(Command):
    """Answer a recommendation; only its addressee can."""

    recommendation_id: str
    outcome: Outcome
    doc_number: DocNumber
    reason: Words | None = Field(default=None, description="Required unless `accepted`")


class PlanStanding(Answer):
    """Where a plan now stands."""

    plan_id: str
    state: PlanState
    missing_views: list[str] = Field(description="Consulted bodies that have not stated their view")
    open_overlaps: list[str] = Field(description="Bodies whose overlap is not resolved")


class RecommendationStanding(Answer):
    """Where a recommendation now stands, and by when it is to be answered."""

    recommendation_id: str
    state: RecommendationState
    answer_due: ExplainedDeadline
