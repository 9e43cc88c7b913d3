"""What may be asked of drafts, and how it is answered."""

from typing import Annotated

from pydantic import Field

from contracts.critique.drafts import (
    CoDraftingBodies,
    CritiqueForm,
    CritiqueReflected,
    DossierComplete,
    DraftKind,
    DraftTitle,
    FormReason,
    NewCriteria,
    PromulgatedOn,
    SessionDay,
)
from contracts.messages import Answer, Command, Message, Page, Query, TextListQuery
from contracts.names import Named
from contracts.values import (
    PROSE,
    AgencyLevel,
    AnswerDueDay,
    AnsweredOn,
    AnyTopic,
    AnyTopics,
    ChairBody,
    CritiqueId,
    DecidedOn,
    DecidingBody,
    DocNumber,
    DraftId,
    DraftingBody,
    DutyId,
    EffectiveDay,
    IssuedOn,
    Note,
    OverdueAsOf,
    PlanId,
    ReceivedOn,
    Track,
    UnitCode,
    Year,
)
from critique.drafts.domain.dossier import ConditionKind
from critique.drafts.domain.lifecycle import DraftState
from shared.domain.deadlines import ExplainedDeadline

ConditionEvidence = Annotated[
    str,
    Field(
        min_length=1,
        max_length=300,
        pattern=r"\S",
        description="What shows it: list of files, plan, decision number; no person's name",
    ),
    Named("Minh chứng", "Evidence"),
]
Lacking = Annotated[list[ConditionKind], Named("Điều kiện còn thiếu", "What is lacking")]
MissingConditions = Annotated[list[ConditionKind], Named("Điều kiện còn thiếu", "Missing conditions")]
ReturnReason = Annotated[str, PROSE, Named("Lý do trả lại hồ sơ", "Reason of the return")]
SessionNotice = Annotated[
    ExplainedDeadline,
    Field(description="From which day the rule table would have the session, counted from the dossier"),
    Named("Thời gian gửi hồ sơ trước hội nghị", "Notice of the session"),
]
NoticeKept = Annotated[bool, Named("Bảo đảm thời gian gửi hồ sơ", "Notice kept")]
RelatedTopics = Annotated[
    AnyTopics,
    Field(description="Topics of the same unit's supervision plan of that year which this draft touches"),
    Named("Các chuyên đề giám sát liên quan", "Overlapping topics"),
]


class ProvidedCondition(Message, vi="Điều kiện bảo đảm phản biện"):
    """A condition that the drafting body provides, with what shows it."""

    kind: ConditionKind
    evidence: ConditionEvidence


Conditions = Annotated[list[ProvidedCondition], Named("Điều kiện bảo đảm phản biện", "Conditions provided")]


class RegisterDraft(Command):
    """Register a draft for the Front of the same level, with the conditions for its critique."""

    kind: DraftKind
    title: DraftTitle
    unit_code: UnitCode
    co_drafting_bodies: CoDraftingBodies = Field(
        default=[], max_length=30, description="State bodies, same level"
    )
    conditions: Conditions = Field(default=[], max_length=4)
    duty_id: DutyId | None = Field(default=None, description="The programme's item that asks for this draft")


class CompleteDossier(Command):
    """Provide conditions that the dossier of a draft still lacks."""

    draft_id: DraftId
    conditions: Conditions = Field(min_length=1, max_length=4)


class ReturnDraft(Command):
    """Return a draft whose dossier lacks something, with a reason."""

    draft_id: DraftId
    lacking: Lacking = Field(min_length=1, max_length=4, description="What the Front finds lacking")
    reason: ReturnReason = Field(description="For the drafting body; in no event")


class DecideForm(Command):
    """Decide whether a draft is critiqued or commented on, in which form, and under whose chair."""

    draft_id: DraftId
    track: Track
    form: CritiqueForm
    chair_body: ChairBody = Field(
        description="The deciding body, or one of the Front's bodies of the same level"
    )
    reason: FormReason = Field(
        description="What the form suits: the draft's content, scope, subjects, or the state of its dossier"
    )
    note: Note = Field(description="The reason in words; in no event")
    session_on: SessionDay | None = Field(
        default=None,
        description="Day of the session; of a written form, the day by which opinions are collected",
    )


class PromulgateDraft(Command):
    """Record that the text of a draft was promulgated."""

    draft_id: DraftId
    doc_number: DocNumber
    effective_on: EffectiveDay = Field(description="Not before the day of promulgation")
    criteria: NewCriteria | None = Field(
        default=None, description="Of a draft of the kind `criteria`: the set that the text lays down"
    )


class DraftStanding(Answer, vi="Tình trạng dự thảo"):
    """Where a draft and its dossier now stand."""

    draft_id: DraftId
    state: DraftState
    dossier_complete: DossierComplete
    missing: MissingConditions


class FormStanding(Answer, vi="Tình trạng dự thảo sau quyết định hình thức"):
    """Where a draft stands after the form was decided."""

    draft_id: DraftId
    state: DraftState
    chair_body: ChairBody
    session_notice: SessionNotice | None
    notice_kept: NoticeKept | None


class Promulgation(Answer, vi="Ban hành văn bản chính thức"):
    """The promulgation of a draft's text."""

    doc_number: DocNumber
    promulgated_on: PromulgatedOn
    effective_on: EffectiveDay
    critique_reflected: CritiqueReflected
    criteria: NewCriteria | None


class PromulgationStanding(Answer, vi="Tình trạng văn bản đã ban hành"):
    """A draft's text that was promulgated."""

    draft_id: DraftId
    doc_number: DocNumber
    promulgated_on: PromulgatedOn
    effective_on: EffectiveDay
    critique_reflected: CritiqueReflected


class DraftList(TextListQuery):
    """Drafts by place, day of receipt, drafting body, kind and state."""

    drafting_body: DraftingBody | None = None
    kind: DraftKind | None = None
    state: DraftState | None = None
    overdue_as_of: OverdueAsOf | None = Field(
        default=None,
        description="Only those with an answer that was due before this day and not given by it",
    )


class DraftById(Query):
    """One draft with its dossier and the decision on its form."""

    draft_id: DraftId


class PlannedTopic(Answer, vi="Chuyên đề giám sát trong năm"):
    """A topic of a supervision plan that was agreed."""

    plan_id: PlanId
    year: Year
    unit_code: UnitCode
    chair_body: ChairBody
    topic: AnyTopic


class DraftRow(Answer, vi="Dự thảo"):
    """A draft as the public sees it: what it is, whose, and where it stands."""

    draft_id: DraftId
    kind: DraftKind
    title: DraftTitle
    unit_code: UnitCode
    level: AgencyLevel
    drafting_body: DraftingBody
    co_drafting_bodies: CoDraftingBodies
    duty_id: DutyId | None
    state: DraftState
    received_on: ReceivedOn
    dossier_complete: DossierComplete
    track: Track | None
    form: CritiqueForm | None
    chair_body: ChairBody | None
    session_on: SessionDay | None
    critique_id: CritiqueId | None
    issued_on: IssuedOn | None
    answer_due_on: AnswerDueDay | None
    answered_on: AnsweredOn | None
    overlaps: RelatedTopics


class DraftPage(Page[DraftRow], vi="Danh sách dự thảo"):
    """One page of drafts, and what is supervised that year."""

    topics_of_year: Annotated[
        list[PlannedTopic], Named("Các chuyên đề giám sát trong năm", "Topics supervised in the year")
    ] = Field(description="Topics of the agreed supervision plans of `year` in `unit`; none without `year`")


class Condition(Answer, vi="Điều kiện bảo đảm phản biện"):
    """One of the four conditions of a dossier; `evidence` is empty where it is not provided."""

    kind: ConditionKind
    evidence: ConditionEvidence | None


class DecidedForm(Answer, vi="Quyết định hình thức phản biện"):
    """The decision on the form, with its reason in words."""

    track: Track
    form: CritiqueForm
    chair_body: ChairBody
    reason: FormReason
    note: Note
    session_on: SessionDay | None
    deciding_body: DecidingBody
    decided_on: DecidedOn
    session_notice: SessionNotice | None
    notice_kept: NoticeKept | None


class DraftDetail(DraftRow, vi="Chi tiết dự thảo"):
    """A draft with its dossier, for those who are signed in."""

    conditions: Annotated[list[Condition], Named("Điều kiện bảo đảm phản biện", "Conditions")]
    return_reason: ReturnReason | None = Field(description="Why it was last returned")
    decision: DecidedForm | None
    promulgation: Promulgation | None
