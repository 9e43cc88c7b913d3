"""What may be asked to be done: models, their replication, and sheets of good practice."""

from pydantic import Field

from campaigns.common.domain.values import FactsDigest, InvitedBodies, LeadBody, Result, Summary
from campaigns.pilot_models.domain.member import MemberState
from campaigns.pilot_models.domain.model import ModelState
from campaigns.pilot_models.domain.practice import PracticeState
from campaigns.pilot_models.domain.replication import ReplicationResult
from campaigns.pilot_models.messages.values import (
    MOST,
    Adaptation,
    ContactBody,
    CostVnd,
    Effective,
    MemberBody,
    Method,
    ModelIndicators,
    ModelName,
    PracticeId,
    Problem,
    Quantity,
    Succeeded,
)
from contracts.campaigns.pilot_models import (
    Goods,
    HouseholdsBenefiting,
    ModelSubjectKind,
    ModelType,
    ReplicationId,
    SupportId,
    SupportKind,
    ToModelId,
    ToUnit,
)
from contracts.messages import Answer, Command
from contracts.values import (
    DecidedOn,
    DecisionNumber,
    MeasureUnit,
    ModelId,
    Reason,
    SubjectRef,
    UnitCode,
    Vnd,
)


class ProposeModel(Command):
    """Propose to build a model; the acting body chairs it."""

    type: ModelType
    subject_kind: ModelSubjectKind
    unit_code: UnitCode = Field(description="The area of a household or area, else the commune")
    subject_ref: SubjectRef | None = Field(
        default=None,
        pattern=r"^[\w./-]+$",
        description="Opaque household reference, or a cooperative's registration number; else empty",
    )
    name_vi: ModelName
    summary: Summary
    invited_bodies: InvitedBodies = Field(
        default=[], max_length=50, description="Bodies invited to coordinate; each answers for itself"
    )


class JoinModel(Command):
    """Agree to coordinate in a model to which the acting body was invited."""

    model_id: ModelId


class DeclineModel(Command):
    """Decline to coordinate in a model, with a reason."""

    model_id: ModelId
    reason: Reason


class StartPilot(Command):
    """Begin to try out a proposed model."""

    model_id: ModelId


class EvaluateModel(Command):
    """Record what trying out a model gave, and what it cost."""

    model_id: ModelId
    effective: Effective = Field(description="Whether the chair holds that the model works")
    result: Result
    cost_vnd: CostVnd
    households_benefiting: HouseholdsBenefiting = Field(le=1_000_000)
    indicators: ModelIndicators = Field(min_length=1, max_length=30)


class RecogniseModel(Command):
    """Recognise a model that was evaluated; the facts behind the decision are frozen with it."""

    model_id: ModelId
    decision_no: DecisionNumber


class RetireModel(Command):
    """Retire a model, with a reason; it is replicated no more."""

    model_id: ModelId
    reason: Reason


class SupportModel(Command):
    """Record what the acting body gave to a model, or to one replication of it."""

    model_id: ModelId
    replication_id: ReplicationId | None = Field(default=None, description="Where it went to one replication")
    kind: SupportKind
    amount_vnd: Vnd | None = Field(default=None, le=MOST, description="For `money`")
    item: Goods | None = Field(default=None, description="For `goods`: what was given")
    quantity: Quantity | None = Field(default=None, gt=0, description="For `goods`")
    measure_unit: MeasureUnit | None = Field(default=None, description="For `goods`")


class ReplicateModel(Command):
    """Record that a recognised model is carried to another place."""

    model_id: ModelId
    to_unit: ToUnit = Field(description="Unit or residential area to which it is carried")
    to_model_id: ToModelId | None = Field(
        default=None, description="The new model there, where it has its own"
    )
    lead_body: LeadBody = Field(description="Front committee or member organisation that leads it there")
    adaptation: Adaptation


class CloseReplication(Command):
    """Record how a replication ended."""

    replication_id: ReplicationId
    succeeded: Succeeded
    reason: Reason | None = Field(default=None, description="Required where it failed")


class PublishPractice(Command):
    """Publish a sheet of good practice to the whole province."""

    unit_code: UnitCode = Field(description="Where it is practised")
    model_id: ModelId | None = Field(default=None, description="The model that it describes, if any")
    name_vi: ModelName
    problem: Problem
    method: Method
    cost_vnd: CostVnd
    result: Result
    contact_body: ContactBody = Field(description="The body to ask; never a person")


class WithdrawPractice(Command):
    """Withdraw a published sheet, with a reason."""

    practice_id: PracticeId
    reason: Reason


class ModelStanding(Answer, vi="Tình trạng mô hình"):
    """Where a model now stands."""

    model_id: ModelId
    state: ModelState


class MemberStanding(Answer, vi="Trả lời lời mời phối hợp"):
    """How an invited body answered."""

    model_id: ModelId
    member_body: MemberBody
    state: MemberState


class ModelDecision(Answer, vi="Quyết định công nhận mô hình"):
    """The recognition of a model."""

    model_id: ModelId
    state: ModelState
    decided_on: DecidedOn
    facts_digest: FactsDigest


class SupportStanding(Answer, vi="Khoản hỗ trợ đã ghi nhận"):
    """A support that was recorded."""

    support_id: SupportId
    model_id: ModelId


class ReplicationStanding(Answer, vi="Tình trạng lượt nhân rộng"):
    """Where a replication stands."""

    replication_id: ReplicationId
    model_id: ModelId
    result: ReplicationResult


class PracticeStanding(Answer, vi="Tình trạng cách làm hay"):
    """Where a sheet of good practice stands."""

    practice_id: PracticeId
    state: PracticeState
