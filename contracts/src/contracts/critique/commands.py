"""What may be asked of the critique service, and what it answers."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.critique.values import (
    BodyCode,
    ConditionKind,
    DocNumber,
    DraftKind,
    DraftState,
    ExplainedDeadline,
    Form,
    FormReason,
    Head,
    NewCriteria,
    Outcome,
    Position,
    Track,
    UnitCode,
)
from contracts.messages import Answer, Command, Message

MOST_ITEMS = 200
Line = Annotated[str, Field(min_length=1, max_length=300, pattern=r"\S")]
Text = Annotated[str, Field(min_length=1, max_length=4000, pattern=r"\S")]


class ProvidedCondition(Message):
    """A condition that the drafting body provides, with what shows it."""

    kind: ConditionKind
    evidence: Line = Field(
        description="What shows it: list of files, plan, decision number; no person's name"
    )


class RegisterDraft(Command):
    """Register a draft for the Front of the same level, with the conditions for its critique."""

    kind: DraftKind
    title: Line = Field(description="Public; no person's name")
    unit_code: UnitCode
    co_drafters: list[BodyCode] = Field(default=[], max_length=30, description="State bodies, same level")
    conditions: list[ProvidedCondition] = Field(default=[], max_length=4)
    duty_id: str | None = Field(
        default=None, max_length=20, description="The programme's item that asks for this draft"
    )


class CompleteDossier(Command):
    """Provide conditions that the dossier of a draft still lacks."""

    draft_id: str
    conditions: list[ProvidedCondition] = Field(min_length=1, max_length=4)


class ReturnDraft(Command):
    """Return a draft whose dossier lacks something, with a reason."""

    draft_id: str
    lacking: list[ConditionKind] = Field(
        min_length=1, max_length=4, description="What the Front finds lacking"
    )
    reason: Text = Field(description="For the drafting body; in no event")


class DecideForm(Command):
    """Decide whether a draft is critiqued or commented on, in which form, and under whose chair."""

    draft_id: str
    track: Track
    form: Form
    chair: BodyCode = Field(description="The deciding body, or one of the Front's bodies of the same level")
    reason: FormReason = Field(
        description="What the form suits: the draft's content, scope, subjects, or the state of its dossier"
    )
    note: Text = Field(description="The reason in words; in no event")
    session_on: date | None = Field(
        default=None,
        description="Day of the session; of a written form, the day by which opinions are collected",
    )


class NewItem(Message):
    """One item of an opinion document. It is public: no person's name."""

    head: Head
    remark: Text = Field(description="Nhận xét")
    evaluation: Text = Field(description="Đánh giá")
    position: Position = Field(description="Chính kiến")
    recommendation: Text = Field(description="Kiến nghị")


class IssueOpinion(Command):
    """Issue the opinion document of a draft; its items are numbered from 1 in the order given."""

    draft_id: str
    doc_number: DocNumber
    items: list[NewItem] = Field(min_length=1, max_length=MOST_ITEMS)


class ItemAnswer(Message):
    """The drafting body's answer to one item. It is public: no person's name."""

    item_no: int = Field(ge=1, le=MOST_ITEMS)
    outcome: Outcome
    explanation: Text | None = Field(default=None, description="Required unless accepted")


class AnswerOpinion(Command):
    """Answer an opinion document: every item, each once."""

    critique_id: str
    doc_number: DocNumber
    answers: list[ItemAnswer] = Field(min_length=1, max_length=MOST_ITEMS)


class PromulgateDraft(Command):
    """Record that the text of a draft was promulgated."""

    draft_id: str
    doc_number: DocNumber
    effective_on: date = Field(description="Not before the day of promulgation")
    criteria: NewCriteria | None = Field(
        default=None, description="Of a draft of the kind `criteria`: the set that the text lays down"
    )


class DraftStanding(Answer):
    """Where a draft and its dossier now stand."""

    draft_id: str
    state: DraftState
    dossier_complete: bool
    missing: list[ConditionKind]


class FormStanding(Answer):
    """Where a draft stands after the form was decided."""

    draft_id: str
    state: DraftState
    chair_org: str
    session_notice: ExplainedDeadline | None = Field(
        description="From which day the rule table would have the session, counted from the dossier"
    )
    notice_kept: bool | None


class OpinionStanding(Answer):
    """An opinion document that was issued, and by when it is to be answered."""

    critique_id: str
    draft_id: str
    state: DraftState
    answer_due: ExplainedDeadline


class ResponseStanding(Answer):
    """How the items of an opinion document were answered."""

    critique_id: str
    draft_id: str
    state: DraftState
    accepted: int
    partly: int
    rejected: int
    on_time: bool


class PromulgationStanding(Answer):
    """A draft's text that was promulgated."""

    draft_id: str
    doc_number: str
    promulgated_on: date
    effective_on: date
    critique_reflected: bool
