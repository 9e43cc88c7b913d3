"""What the campaigns service tells of guiding documents."""

from typing import Annotated, Literal

from pydantic import Field

from contracts.messages import Event
from contracts.names import Named
from contracts.values import (
    CoordinatingBodies,
    DecisionNumber,
    DocNumber,
    DocTitle,
    EffectiveDay,
    GuidanceId,
    GuidanceKind,
    IssuingBody,
    Levels,
    MovementCode,
    ReplacesId,
    UnitCode,
    WithdrawnOn,
)

CONTENT_KINDS = {
    "guidance": "Hướng dẫn",
    "integration": "Kế hoạch lồng ghép",
    "material": "Tài liệu tuyên truyền",
    "scheme": "Đề án phát triển sản xuất",
    "budget": "Hướng dẫn kinh phí",
    "media_programme": "Chương trình truyền thông",
    "convention": "Hướng dẫn quy ước, hương ước",
    "criteria": "Tiêu chí, thủ tục bình xét",
    "training_plan": "Kế hoạch đào tạo, bồi dưỡng",
}
ContentKind = Annotated[
    Literal[
        "guidance",
        "integration",
        "material",
        "scheme",
        "budget",
        "media_programme",
        "convention",
        "criteria",
        "training_plan",
    ],
    Named("Loại nội dung văn bản", "Kind of content", codes=CONTENT_KINDS),
]
Copies = Annotated[int, Field(ge=1, le=1_000_000_000), Named("Số bản in", "Printed copies")]


class GuidanceIssued(
    Event,
    service="campaigns",
    subject="guidance_id",
    unit="unit_code",
    vi="Đã ban hành văn bản hướng dẫn",
):
    """A body issued a guiding document to bodies of the named levels."""

    guidance_id: GuidanceId
    kind: GuidanceKind
    doc_number: DocNumber
    title: DocTitle
    issuing_body: IssuingBody
    audience_levels: Levels
    copies: Copies | None = Field(description="Printed copies, for material")
    effective_on: EffectiveDay
    replaces_id: ReplacesId | None = Field(description="The guidance that this one replaces")
    movement_code: MovementCode | None
    unit_code: UnitCode
    content_kind: ContentKind | None = Field(default=None, description="What it holds, where that was told")
    coordinating_bodies: CoordinatingBodies = Field(
        default=[], description="Bodies together with which it was made"
    )


class GuidanceWithdrawn(
    Event,
    service="campaigns",
    subject="guidance_id",
    unit="unit_code",
    vi="Đã thu hồi văn bản hướng dẫn",
):
    """A document was withdrawn without another in its place."""

    guidance_id: GuidanceId
    kind: GuidanceKind
    doc_number: DocNumber
    issuing_body: IssuingBody
    decision_no: DecisionNumber
    withdrawn_on: WithdrawnOn
    unit_code: UnitCode
