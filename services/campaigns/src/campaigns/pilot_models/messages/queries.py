"""What may be asked: models, their replication, and sheets of good practice."""

from typing import Annotated

from pydantic import Field

from campaigns.common.domain.values import CountedOn, Depth, FactsDigest, LeadBody, Result, Summary, TakenOn
from campaigns.pilot_models.domain.member import MemberState
from campaigns.pilot_models.domain.model import ModelState
from campaigns.pilot_models.domain.practice import PracticeState
from campaigns.pilot_models.domain.replication import ReplicationResult
from campaigns.pilot_models.messages.values import (
    Adaptation,
    ContactBody,
    CostVnd,
    EvaluatedOn,
    HitKind,
    HitState,
    MemberBody,
    Method,
    ModelEvaluation,
    ModelName,
    Models,
    PracticeId,
    Problem,
    PublishingBody,
    Quantity,
    RecognisedOn,
    RecognisingBody,
    RecordingBody,
    RetiredOn,
    SupportVnd,
)
from contracts.campaigns.pilot_models import (
    GivenOn,
    Goods,
    ModelSubjectKind,
    ModelType,
    ReplicatedOn,
    ReplicationId,
    StartedOn,
    SupportId,
    SupportingBody,
    SupportKind,
    ToModelId,
    ToUnit,
)
from contracts.messages import Answer, Message, Page, Query, TextListQuery
from contracts.names import Named
from contracts.values import (
    ID,
    AnsweredOn,
    ChairBody,
    ClosedOn,
    DecisionNumber,
    MeasureUnit,
    ModelId,
    ProposedOn,
    PublishedOn,
    Reason,
    SearchText,
    SubjectRef,
    UnitCode,
    Vnd,
    WithdrawnOn,
)

ObjectId = Annotated[str, ID, Named("Mã đối tượng", "Object id")]


class ModelById(Query):
    """One model, with its members and its support."""

    model_id: ModelId


class ModelList(TextListQuery):
    """Models by place, type, subject, state, words, and the day of the proposal."""

    type: ModelType | None = None
    subject_kind: ModelSubjectKind | None = None
    state: ModelState | None = None


class ModelRecord(Answer, vi="Mô hình"):
    """A model, from its proposal on."""

    model_id: ModelId
    type: ModelType
    subject_kind: ModelSubjectKind
    subject_ref: SubjectRef | None
    unit_code: UnitCode
    name_vi: ModelName
    summary: Summary
    chair_body: ChairBody
    proposed_on: ProposedOn
    started_on: StartedOn | None
    evaluation: ModelEvaluation | None
    evaluated_on: EvaluatedOn | None
    recognising_body: RecognisingBody | None
    decision_no: DecisionNumber | None
    recognised_on: RecognisedOn | None
    replicated_on: ReplicatedOn | None = Field(description="Day of the first replication")
    retired_on: RetiredOn | None
    reason: Reason | None = Field(description="Why it was retired")
    state: ModelState
    facts_digest: FactsDigest | None


class ModelPage(Page[ModelRecord], vi="Danh sách mô hình"):
    """One page of models."""


class MemberRecord(Answer, vi="Cơ quan phối hợp"):
    """A body invited to coordinate, and its answer."""

    member_body: MemberBody
    state: MemberState
    answered_on: AnsweredOn | None
    reason: Reason | None


class SupportRecord(Answer, vi="Khoản hỗ trợ"):
    """What a body gave, in đồng or in goods."""

    support_id: SupportId
    replication_id: ReplicationId | None
    supporting_body: SupportingBody
    given_on: GivenOn
    kind: SupportKind
    amount_vnd: Vnd | None
    item: Goods | None
    quantity: Quantity | None
    measure_unit: MeasureUnit | None


class ModelDetail(ModelRecord, vi="Mô hình, cơ quan phối hợp và hỗ trợ"):
    """A model with the bodies that coordinate in it and all support that it was given."""

    members: Annotated[list[MemberRecord], Named("Các cơ quan phối hợp", "Members")]
    supports: Annotated[list[SupportRecord], Named("Các khoản hỗ trợ", "Support")]
    support_vnd: SupportVnd


class ModelFacts(Query):
    """The facts that were frozen with the recognition of a model."""

    model_id: ModelId


class ModelDescendants(Query):
    """Where a model was carried to, and from there on, by a day."""

    model_id: ModelId
    max_depth: Depth = Field(default=10, ge=1)


class Descendant(Message, vi="Nơi đã nhân rộng"):
    """A place that a model reached, by its shortest way."""

    model_id: ModelId | None = Field(description="The new model there, where it has its own")
    unit_code: UnitCode
    depth: Depth = Field(description="Replications from the model asked for")


class ReplicationRecord(Answer, vi="Lượt nhân rộng"):
    """One replication: an edge of the graph."""

    replication_id: ReplicationId
    model_id: ModelId
    to_model_id: ToModelId | None
    to_unit: ToUnit
    lead_body: LeadBody
    recording_body: RecordingBody
    adaptation: Adaptation
    replicated_on: ReplicatedOn
    result: ReplicationResult
    reason: Reason | None
    closed_on: ClosedOn | None
    support_vnd: SupportVnd


class ModelGraph(Answer, vi="Quá trình nhân rộng mô hình"):
    """The part of the replication graph that begins at a model."""

    model_id: ModelId
    descendants: Annotated[list[Descendant], Named("Các nơi đã nhân rộng", "Places reached")]
    replications: Annotated[list[ReplicationRecord], Named("Các lượt nhân rộng", "Replications")]


class ModelCounts(Query):
    """How many models stood in which state in a unit on a day."""

    unit_code: UnitCode = Field(description="This unit and all below it")


class ModelCount(Message, vi="Số mô hình theo loại và tình trạng"):
    """Models of one type, subject kind and state."""

    type: ModelType
    subject_kind: ModelSubjectKind
    state: ModelState
    models: Models


class ModelCountsAnswer(Answer, vi="Số liệu mô hình"):
    """The models of a unit as they stood on a day."""

    unit_code: UnitCode
    on: CountedOn
    counts: Annotated[list[ModelCount], Named("Số liệu", "Counts")]


class PracticeById(Query):
    """One sheet of good practice."""

    practice_id: PracticeId


class PracticeList(TextListQuery):
    """Sheets of good practice by place, state, model, words, and the day of publication."""

    state: PracticeState | None = None
    model_id: ModelId | None = None


class PracticeRecord(Answer, vi="Cách làm hay"):
    """A sheet of good practice."""

    practice_id: PracticeId
    unit_code: UnitCode
    model_id: ModelId | None
    name_vi: ModelName
    problem: Problem
    method: Method
    cost_vnd: CostVnd
    result: Result
    contact_body: ContactBody
    publishing_body: PublishingBody
    published_on: PublishedOn
    state: PracticeState
    withdrawn_on: WithdrawnOn | None
    reason: Reason | None


class PracticePage(Page[PracticeRecord], vi="Danh sách cách làm hay"):
    """One page of sheets of good practice."""


class ModelSearch(TextListQuery):
    """Models and sheets of good practice that hold all the words, by place and day."""

    text: SearchText = Field(min_length=2, pattern=r"\w", description="Words that must all occur")


class ModelHit(Answer, vi="Kết quả tìm kiếm"):
    """A model or a sheet that was found; `on` is the day of the proposal or publication."""

    id: ObjectId
    kind: HitKind
    name_vi: ModelName
    unit_code: UnitCode
    state: HitState
    on: TakenOn


class ModelHits(Page[ModelHit], vi="Các kết quả tìm kiếm"):
    """One page of what was found."""
