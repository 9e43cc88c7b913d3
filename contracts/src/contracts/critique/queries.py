"""What may be asked about drafts and opinions, and how it is answered."""

from datetime import date

from pydantic import Field

from contracts.critique.values import (
    BodyCode,
    ConditionKind,
    DraftKind,
    DraftState,
    ExplainedDeadline,
    Form,
    FormReason,
    Head,
    Level,
    NewCriteria,
    Outcome,
    Position,
    Track,
    UnitCode,
)
from contracts.messages import Answer, ListQuery, Page, Query


class DraftList(ListQuery):
    """Drafts by place, year of receipt, drafting body, kind and state."""

    unit_code: UnitCode | None = Field(default=None, description="This unit and all below, as they were then")
    year: int | None = Field(default=None, ge=2016, le=2100, description="Year in which it was received")
    drafting_org: BodyCode | None = None
    kind: DraftKind | None = None
    state: DraftState | None = None
    overdue_as_of: date | None = Field(
        default=None,
        description="Only those with an answer that was due before this day and not given by it",
    )


class DraftById(Query):
    """One draft with its dossier and the decision on its form."""

    draft_id: str


class OpinionById(Query):
    """One opinion document with its items and their answers."""

    critique_id: str


class PlannedTopic(Answer):
    """A topic of a supervision plan that was agreed."""

    plan_id: str
    year: int
    unit_code: str
    chair_org: str
    topic: str


class DraftRow(Answer):
    """A draft as the public sees it: what it is, whose, and where it stands."""

    draft_id: str
    kind: DraftKind
    title: str
    unit_code: str
    level: Level
    drafting_org: str
    co_drafters: list[str]
    duty_id: str | None
    state: DraftState
    received_on: date
    dossier_complete: bool
    track: Track | None
    form: Form | None
    chair_org: str | None
    session_on: date | None
    critique_id: str | None
    issued_on: date | None
    answer_due_on: date | None
    answered_on: date | None
    overlaps: list[str] = Field(
        description="Topics of the same unit's supervision plan of that year which this draft touches"
    )


class DraftPage(Page[DraftRow]):
    """One page of drafts, and what is supervised that year."""

    topics_of_year: list[PlannedTopic] = Field(
        description="Topics of the agreed supervision plans of `year` in `unit_code`; none without `year`"
    )


class Promulgation(Answer):
    """The promulgation of a draft's text."""

    doc_number: str
    promulgated_on: date
    effective_on: date
    critique_reflected: bool
    criteria: NewCriteria | None


class Condition(Answer):
    """One of the four conditions of a dossier; `evidence` is empty where it is not provided."""

    kind: ConditionKind
    evidence: str | None


class DecidedForm(Answer):
    """The decision on the form, with its reason in words."""

    track: Track
    form: Form
    chair_org: str
    reason: FormReason
    note: str
    session_on: date | None
    decided_by: str
    decided_on: date
    session_notice: ExplainedDeadline | None
    notice_kept: bool | None


class DraftDetail(DraftRow):
    """A draft with its dossier, for those who are signed in."""

    conditions: list[Condition]
    return_reason: str | None = Field(description="Why it was last returned")
    decision: DecidedForm | None
    promulgation: Promulgation | None


class Item(Answer):
    """One item of an opinion document and the drafting body's answer to it."""

    item_no: int
    head: Head
    remark: str
    evaluation: str
    position: Position
    recommendation: str
    outcome: Outcome | None
    explanation: str | None


class OpinionDocument(Answer):
    """An opinion document of institutions, and how it was answered."""

    critique_id: str
    draft_id: str
    title: str
    track: Track
    drafting_org: str
    issuer_org: str
    doc_number: str
    issued_on: date
    answer_due: ExplainedDeadline
    response_doc_number: str | None
    answered_on: date | None
    on_time: bool | None
    items: list[Item]
