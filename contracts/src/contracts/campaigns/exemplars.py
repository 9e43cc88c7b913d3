"""What the feature «exemplars» tells the others, and the values that its event carries."""

from datetime import date
from typing import Annotated, Literal

from contracts.messages import Event
from contracts.names import Named
from contracts.values import (
    AreaCode,
    CommendationVersion,
    ContentCode,
    DecisionNumber,
    ExemplarId,
    SubjectRef,
)

ExemplarKind = Annotated[
    Literal["person", "household", "group", "collective"],
    Named(
        "Loại điển hình",
        "Kind of exemplar",
        codes={
            "person": "Cá nhân",
            "household": "Hộ gia đình",
            "group": "Nhóm",
            "collective": "Tập thể",
        },
    ),
]
CommendationForm = Annotated[
    Literal["praise", "certificate_of_commendation", "certificate_of_merit"],
    Named(
        "Hình thức biểu dương, khen thưởng",
        "Form of commendation",
        codes={
            "praise": "Biểu dương",
            "certificate_of_commendation": "Giấy khen",
            "certificate_of_merit": "Bằng khen",
        },
    ),
]
Occasion = Annotated[
    Literal["festival_18_11", "conference", "meeting"],
    Named(
        "Dịp biểu dương",
        "Occasion",
        codes={
            "festival_18_11": ("Ngày hội Đại đoàn kết toàn dân tộc (18/11)", "festival of 18 November"),
            "conference": "Hội nghị",
            "meeting": "Cuộc họp",
        },
    ),
]
AwardedOn = Annotated[date, Named("Ngày biểu dương, trao thưởng", "Awarded on")]


class ExemplarCommended(
    Event, service="campaigns", subject="exemplar_id", unit="area_code", vi="Đã biểu dương gương điển hình"
):
    """An exemplar received the commendation that was decided; the reference names nobody."""

    exemplar_id: ExemplarId
    area_code: AreaCode
    subject_kind: ExemplarKind
    subject_ref: SubjectRef
    content_code: ContentCode
    form: CommendationForm
    occasion: Occasion
    decision_no: DecisionNumber
    criteria_version: CommendationVersion
    awarded_on: AwardedOn
