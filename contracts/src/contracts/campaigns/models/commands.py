"""What may be asked to be done: models, their replication, and sheets of good practice."""

from datetime import date

from pydantic import Field

from contracts.campaigns.models.values import (
    DocNumber,
    MeasureUnit,
    MemberState,
    ModelState,
    ModelType,
    PracticeState,
    Prose,
    Quantity,
    Reason,
    ReplicationResult,
    SubjectKind,
    SupportKind,
    Title,
    Vnd,
)
from contracts.campaigns.values import BodyCode, UnitCode
from contracts.messages import Answer, Command, Message


class ProposeModel(Command):
    """Propose to build a model; the acting body chairs it."""

    type: ModelType = Field(
        description="`GN-VK` escape from poverty, `GN-BV` sustainable poverty reduction, `NTM`, `DTVM`"
    )
    subject_kind: SubjectKind
    unit_code: UnitCode = Field(description="The area of a household or area, else the commune")
    subject_ref: str | None = Field(
        default=None,
        max_length=64,
        pattern=r"^[\w./-]+$",
        description="Opaque household reference, or a cooperative's registration number; else empty",
    )
    name_vi: Title
    summary: Prose
    coordinators: list[BodyCode] = Field(
        default=[], max_length=50, description="Bodies invited to coordinate; each answers for itself"
    )


class JoinModel(Command):
    """Agree to coordinate in a model to which the acting body was invited."""

    model_id: str


class DeclineModel(Command):
    """Decline to coordinate in a model, with a reason."""

    model_id: str
    reason: Reason


class StartPilot(Command):
    """Begin to try out a proposed model."""

    model_id: str


class Indicator(Message):
    """One measured figure of a model, before and after."""

    name_vi: Title
    measure_unit: MeasureUnit
    before: Quantity
    after: Quantity


class EvaluateModel(Command):
    """Record what trying out a model gave, and what it cost."""

    model_id: str
    effective: bool = Field(description="Whether the chair holds that the model works")
    result: Prose
    cost_vnd: Vnd
    households_benefiting: int = Field(ge=0, le=1_000_000, description="Households")
    indicators: list[Indicator] = Field(min_length=1, max_length=30)


class RecogniseModel(Command):
    """Recognise a model that was evaluated; the facts behind the decision are frozen with it."""

    model_id: str
    decision_no: DocNumber


class RetireModel(Command):
    """Retire a model, with a reason; it is replicated no more."""

    model_id: str
    reason: Reason


class SupportModel(Command):
    """Record what the acting body gave to a model, or to one replication of it."""

    model_id: str
    replication_id: str | None = Field(default=None, description="Where it went to one replication")
    kind: SupportKind
    amount_vnd: int | None = Field(default=None, gt=0, le=10**15, description="For `money`: đồng")
    item: Title | None = Field(default=None, description="For `goods`: what was given")
    quantity: Quantity | None = Field(default=None, gt=0, description="For `goods`")
    measure_unit: MeasureUnit | None = Field(default=None, description="For `goods`")


class ReplicateModel(Command):
    """Record that a recognised model is carried to another place."""

    model_id: str
    to_unit: UnitCode = Field(description="Unit or residential area to which it is carried")
    to_model_id: str | None = Field(default=None, description="The new model there, where it has its own")
    lead_org: BodyCode = Field(description="Front committee or member organisation that leads it there")
    adaptation: Prose


class CloseReplication(Command):
    """Record how a replication ended."""

    replication_id: str
    succeeded: bool
    reason: Reason | None = Field(default=None, description="Required where it failed")


class PublishPractice(Command):
    """Publish a sheet of good practice to the whole province."""

    unit_code: UnitCode = Field(description="Where it is practised")
    model_id: str | None = Field(default=None, description="The model that it describes, if any")
    name_vi: Title
    problem: Prose
    method: Prose
    cost_vnd: Vnd
    result: Prose
    contact: BodyCode = Field(description="The body to ask; never a person")


class WithdrawPractice(Command):
    """Withdraw a published sheet, with a reason."""

    practice_id: str
    reason: Reason


class ModelStanding(Answer):
    """Where a model now stands."""

    model_id: str
    state: ModelState


class MemberStanding(Answer):
    """How an invited body answered."""

    model_id: str
    body: str
    state: MemberState


class ModelDecision(Answer):
    """The recognition of a model."""

    model_id: str
    state: ModelState
    decided_on: date
    facts_digest: str = Field(description="SHA-256 of the frozen facts in canonical JSON")


class SupportStanding(Answer):
    """A support that was recorded."""

    support_id: str
    model_id: str


class ReplicationStanding(Answer):
    """Where a replication stands."""

    replication_id: str
    model_id: str
    result: ReplicationResult


class PracticeStanding(Answer):
    """Where a sheet of good practice stands."""

    practice_id: str
    state: PracticeState
