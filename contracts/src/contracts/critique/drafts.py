"""What the critique service tells of drafts, and the values that this carries. No event carries free text."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from contracts.messages import Event, Message
from contracts.names import Named
from contracts.values import (
    AgencyLevel,
    BodyName,
    ChairBody,
    CompletedOn,
    CriterionNumber,
    DocNumber,
    DraftedStandard,
    DraftId,
    DraftingBody,
    DutyId,
    EffectiveDay,
    NameEn,
    NameVi,
    ReceivedOn,
    Track,
    UnitCode,
)

DraftKind = Annotated[
    Literal["legal_text", "master_plan", "plan", "programme", "project", "mechanism", "policy", "criteria"],
    Named(
        "Loại dự thảo",
        "Kind of draft",
        codes={
            "legal_text": "Văn bản quy phạm pháp luật",
            "master_plan": "Quy hoạch",
            "plan": "Kế hoạch",
            "programme": "Chương trình",
            "project": "Dự án",
            "mechanism": "Cơ chế",
            "policy": "Chính sách",
            "criteria": "Bộ tiêu chí",
        },
    ),
]
CritiqueForm = Annotated[
    Literal["conference", "written", "dialogue"],
    Named(
        "Hình thức phản biện",
        "Form of critique",
        codes={
            "conference": "Hội nghị phản biện",
            "written": ("Gửi dự thảo lấy ý kiến", "in writing"),
            "dialogue": "Đối thoại trực tiếp",
        },
    ),
]
FormReason = Annotated[
    Literal["content", "scope", "subjects", "dossier"],
    Named(
        "Căn cứ chọn hình thức",
        "Reason of the form",
        codes={
            "content": "Nội dung dự thảo",
            "scope": "Phạm vi điều chỉnh",
            "subjects": "Đối tượng điều chỉnh",
            "dossier": "Tình trạng hồ sơ",
        },
    ),
]
DraftTitle = Annotated[
    str,
    Field(min_length=1, max_length=300, pattern=r"\S", description="Public; no person's name"),
    Named("Tên dự thảo", "Title of the draft"),
]
CoDraftingBodies = Annotated[list[BodyName], Named("Cơ quan phối hợp soạn thảo", "Co-drafting bodies")]
DossierComplete = Annotated[
    bool,
    Field(description="All four conditions are provided"),
    Named("Hồ sơ đầy đủ", "Dossier complete"),
]
SessionDay = Annotated[date, Named("Ngày phản biện", "Day of the session")]
PromulgatedOn = Annotated[date, Named("Ngày ban hành văn bản chính thức", "Promulgated on")]
CritiqueReflected = Annotated[
    bool,
    Field(description="Every item of an opinion document was answered before"),
    Named("Đã trả lời đủ ý kiến phản biện", "Critique answered in full"),
]


class NewCriterion(Message, vi="Tiêu chí"):
    """One criterion of a set that was promulgated."""

    no: CriterionNumber
    name_vi: NameVi
    name_en: NameEn


class NewCriteria(Message, vi="Bộ tiêu chí được ban hành"):
    """The criteria set that a promulgated text lays down for a standard."""

    standard: DraftedStandard
    criteria: Annotated[list[NewCriterion], Named("Các tiêu chí", "Criteria")] = Field(
        min_length=1, max_length=100
    )


class DraftRegistered(
    Event, service="critique", subject="draft_id", unit="unit_code", vi="Đã đăng ký dự thảo để phản biện"
):
    """A state body submitted a draft for critique by the Front of its level."""

    draft_id: DraftId
    kind: DraftKind
    title: DraftTitle
    drafting_body: DraftingBody
    co_drafting_bodies: CoDraftingBodies
    level: AgencyLevel
    unit_code: UnitCode
    dossier_complete: DossierComplete
    received_on: ReceivedOn
    duty_id: DutyId | None = Field(description="The programme's item that asks for this draft")


class DossierCompleted(
    Event, service="critique", subject="draft_id", unit="unit_code", vi="Đã bổ sung đủ hồ sơ dự thảo"
):
    """The drafting body provided what the dossier of a draft had lacked."""

    draft_id: DraftId
    drafting_body: DraftingBody
    unit_code: UnitCode
    completed_on: CompletedOn


class FormDecided(
    Event, service="critique", subject="draft_id", unit="unit_code", vi="Đã quyết định hình thức phản biện"
):
    """The Front decided how it critiques or comments on a draft."""

    draft_id: DraftId
    track: Track
    form: CritiqueForm
    chair_body: ChairBody
    reason: FormReason
    session_on: SessionDay | None
    unit_code: UnitCode


class DraftPromulgated(
    Event, service="critique", subject="draft_id", unit="unit_code", vi="Đã ban hành văn bản chính thức"
):
    """The text of a draft was promulgated; of a criteria set, the set comes with it."""

    draft_id: DraftId
    kind: DraftKind
    drafting_body: DraftingBody
    unit_code: UnitCode
    doc_number: DocNumber
    promulgated_on: PromulgatedOn
    effective_on: EffectiveDay
    critique_reflected: CritiqueReflected
    criteria: NewCriteria | None
