"""What may be asked: models, their replication, and sheets of good practice."""

from datetime import date
from decimal import Decimal

from pydantic import Field, JsonValue

from contracts.campaigns.models.commands import Indicator
from contracts.campaigns.models.values import (
    MemberState,
    ModelState,
    ModelType,
    PracticeState,
    ReplicationResult,
    SearchText,
    SubjectKind,
    SupportKind,
)
from contracts.campaigns.values import UnitCode
from contracts.messages import Answer, ListQuery, Message, Page, Query


class ModelById(Query):
    """One model, with its members and its support."""

    model_id: str


class ModelList(ListQuery):
    """Models by place, type, subject, state, year and words."""

    unit_code: UnitCode | None = Field(default=None, description="This unit and all below it")
    type: ModelType | None = None
    subject_kind: SubjectKind | None = None
    state: ModelState | None = None
    year: int | None = Field(default=None, ge=2016, le=2100, description="Year of the proposal")
    text: SearchText | None = None


class ModelEvaluation(Message):
    """What trying out a model gave."""

    effective: bool
    result: str
    cost_vnd: int
    households_benefiting: int = Field(description="Households")
    indicators: list[Indicator]


class ModelRecord(Answer):
    """A model, from its proposal on."""

    model_id: str
    type: ModelType
    subject_kind: SubjectKind
    subject_ref: str | None
    unit_code: str
    name_vi: str
    summary: str
    chair_org: str
    proposed_on: date
    started_on: date | None
    evaluation: ModelEvaluation | None
    evaluated_on: date | None
    recognised_by: str | None
    decision_no: str | None
    recognised_on: date | None
    replicated_on: date | None = Field(description="Day of the first replication")
    retired_on: date | None
    reason: str | None = Field(description="Why it was retired")
    state: ModelState
    facts_digest: str | None


class ModelPage(Page[ModelRecord]):
    """One page of models."""


class MemberRecord(Message):
    """A body invited to coordinate, and its answer."""

    body: str
    state: MemberState
    answered_on: date | None
    reason: str | None


class SupportRecord(Message):
    """What a body gave, in đồng or in goods."""

    support_id: str
    replication_id: str | None
    from_org: str
    given_on: date
    kind: SupportKind
    amount_vnd: int | None
    item: str | None
    quantity: Decimal | None
    measure_unit: str | None


class ModelDetail(ModelRecord):
    """A model with the bodies that coordinate in it and all support that it was given."""

    members: list[MemberRecord]
    supports: list[SupportRecord]
    support_vnd: int = Field(description="Sum of the support in money, đồng")


class ModelFacts(Query):
    """The facts that were frozen with the recognition of a model."""

    model_id: str


class FrozenModelFacts(Answer):
    """The facts behind a recognition, as they were on its day."""

    model_id: str
    facts: dict[str, JsonValue]
    digest: str = Field(description="SHA-256 of the facts in canonical JSON")
    intact: bool = Field(description="Whether the facts still have this digest")


class ModelDescendants(Query):
    """Where a model was carried to, and from there on, by a day."""

    model_id: str
    max_depth: int = Field(default=10, ge=1, le=50)


class Descendant(Message):
    """A place that a model reached, by its shortest way."""

    model_id: str | None = Field(description="The new model there, where it has its own")
    unit_code: str
    depth: int = Field(description="Replications from the model asked for")


class ReplicationRecord(Message):
    """One replication: an edge of the graph."""

    replication_id: str
    model_id: str
    to_model_id: str | None
    to_unit: str
    lead_org: str
    recorded_by: str
    adaptation: str
    replicated_on: date
    result: ReplicationResult
    reason: str | None
    closed_on: date | None
    support_vnd: int = Field(description="Sum of the support in money for this replication, đồng")


class ModelGraph(Answer):
    """The part of the replication graph that begins at a model."""

    model_id: str
    descendants: list[Descendant]
    replications: list[ReplicationRecord]


class ModelCounts(Query):
    """How many models stood in which state in a unit on a day."""

    unit_code: UnitCode = Field(description="This unit and all below it")


class ModelCount(Message):
    """Models of one type, subject kind and state."""

    type: ModelType
    subject_kind: SubjectKind
    state: ModelState
    models: int


class ModelCountsAnswer(Answer):
    """The models of a unit as they stood on a day."""

    unit_code: str
    on: date
    counts: list[ModelCount]


class PracticeById(Query):
    """One sheet of good practice."""

    practice_id: str


class PracticeList(ListQuery):
    """Sheets of good practice by place, year, state and words."""

    unit_code: UnitCode | None = Field(default=None, description="This unit and all below it")
    year: int | None = Field(default=None, ge=2016, le=2100, description="Year of publication")
    state: PracticeState | None = None
    model_id: str | None = None
    text: SearchText | None = None


class PracticeRecord(Answer):
    """A sheet of good practice."""

    practice_id: str
    unit_code: str
    model_id: str | None
    name_vi: str
    problem: str
    method: str
    cost_vnd: int
    result: str
    contact: str
    published_by: str
    published_on: date
    state: PracticeState
    withdrawn_on: date | None
    reason: str | None


class PracticePage(Page[PracticeRecord]):
    """One page of sheets of good practice."""


class ModelSearch(ListQuery):
    """Models and sheets of good practice that hold all the words."""

    text: SearchText
    unit_code: UnitCode | None = Field(default=None, description="This unit and all below it")
    year: int | None = Field(
        default=None, ge=2016, le=2100, description="Year of the proposal or publication"
    )


class ModelHit(Answer):
    """A model or a sheet that was found."""

    id: str
    kind: str = Field(description="`model` or `practice`")
    name_vi: str
    unit_code: str
    state: str
    on: date = Field(description="Day of the proposal or publication")


class ModelHits(Page[ModelHit]):
    """One page of what was found."""
