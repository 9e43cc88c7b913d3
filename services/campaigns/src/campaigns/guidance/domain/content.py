"""What a guiding document of each kind holds: one model a kind, told apart by `kind`."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from campaigns.common.domain.values import Articles, PlannedDay, ValidFrom
from contracts.campaigns.guidance import CONTENT_KINDS, Copies
from contracts.messages import Message
from contracts.names import Named
from contracts.values import (
    BODY,
    MOST_VND,
    ApprovedOn,
    AreaCode,
    ContentCodes,
    DraftId,
    Minutes,
    OutletBody,
    Persons,
    UnitCode,
    Year,
)

Version = Annotated[str, Field(min_length=1, max_length=80), Named("Phiên bản", "Version")]
Balance = Annotated[
    int,
    Field(ge=0, le=MOST_VND, description="Whole Vietnamese dong"),
    Named("Số tiền (đồng)", "Amount (VND)"),
]

_TEXT = Field(min_length=1, max_length=500, pattern=r"\S")

Point = Annotated[str, _TEXT, Named("Nội dung hướng dẫn", "Point")]
Points = Annotated[list[Point], Named("Các nội dung hướng dẫn", "Points")]
IntegratedTask = Annotated[str, _TEXT, Named("Nhiệm vụ lồng ghép", "Task")]
MaterialTitle = Annotated[str, _TEXT, Named("Tên tài liệu", "Title of the material")]
Language = Annotated[
    str,
    Field(pattern=r"^[a-z]{2,3}$", description="ISO 639 code: `vi`, `tyz` (Tày), `nut` (Nùng)"),
    Named("Ngôn ngữ", "Language"),
]
Product = Annotated[str, _TEXT, Named("Cây trồng, vật nuôi", "Product")]
AreaHectares = Annotated[
    Decimal,
    Field(gt=0, max_digits=10, decimal_places=2, description="Hectares; absent for animals"),
    Named("Diện tích (ha)", "Area (ha)"),
]
SchemeTarget = Annotated[str, _TEXT, Named("Mục tiêu", "Target")]
BudgetVnd = Annotated[int, Field(ge=0, le=MOST_VND), Named("Kinh phí dự kiến (đồng)", "Budget (VND)")]
SchemeState = Annotated[
    Literal["planned", "running", "finished"],
    Named(
        "Tình trạng đề án",
        "State of the scheme",
        codes={"planned": "Dự kiến", "running": "Đang thực hiện", "finished": "Đã kết thúc"},
    ),
]
TextRef = Annotated[str, _TEXT, Named("Nơi lưu văn bản", "Where the text is kept")]
ApprovingBody = Annotated[str, BODY, Named("Cơ quan phê duyệt", "Approving body")]
SetCode = Annotated[
    str,
    Field(pattern=r"^[A-Z][A-Z0-9-]{1,39}$", examples=["GDVH", "TDKT-CVD"]),
    Named("Ký hiệu bộ tiêu chí", "Code of the set"),
]
CriteriaPart = Annotated[
    Literal["criteria", "procedure", "both"],
    Named(
        "Phần được ban hành",
        "Part issued",
        codes={
            "criteria": "Tiêu chí",
            "procedure": "Thủ tục bình xét",
            "both": "Tiêu chí và thủ tục bình xét",
        },
    ),
]
Theme = Annotated[str, _TEXT, Named("Chủ đề truyền thông", "Theme")]
Themes = Annotated[list[Theme], Named("Các chủ đề truyền thông", "Themes")]
TrainingTopic = Annotated[str, _TEXT, Named("Chuyên đề tập huấn", "Topic of the training")]


def _kind(code: str) -> Named:
    return Named("Loại nội dung văn bản", "Kind of content", codes={code: CONTENT_KINDS[code]})


class PlainContent(Message, vi="Nội dung hướng dẫn"):
    """What the levels below are asked to do, point by point."""

    kind: Annotated[Literal["guidance"], _kind("guidance")]
    points: Points = Field(min_length=1, max_length=50)


class IntegrationTask(Message, vi="Nhiệm vụ lồng ghép"):
    """An own task that an organisation carries out together with the campaign."""

    task: IntegratedTask
    content_codes: ContentCodes = Field(min_length=1)


IntegratedTasks = Annotated[list[IntegrationTask], Named("Các nhiệm vụ lồng ghép", "Tasks")]


class IntegrationContent(Message, vi="Nội dung lồng ghép"):
    """Which own tasks or activities are integrated with which contents of the campaign."""

    kind: Annotated[Literal["integration"], _kind("integration")]
    tasks: IntegratedTasks = Field(min_length=1, max_length=50)


class MaterialContent(Message, vi="Tài liệu tuyên truyền"):
    """Information material."""

    kind: Annotated[Literal["material"], _kind("material")]
    title: MaterialTitle
    language: Language
    copies: Copies


class SchemeContent(Message, vi="Đề án phát triển sản xuất"):
    """A scheme of local production."""

    kind: Annotated[Literal["scheme"], _kind("scheme")]
    unit_code: UnitCode
    product: Product = Field(description="The crop or animal")
    area_ha: AreaHectares | None = None
    target: SchemeTarget = Field(description="What is to be reached, and by when")
    budget_vnd: BudgetVnd
    state: SchemeState


class BudgetLine(Message, vi="Kinh phí của địa bàn"):
    """The amount of one unit."""

    unit_code: UnitCode
    amount_vnd: Balance


BudgetLines = Annotated[list[BudgetLine], Named("Kinh phí từng địa bàn", "Amounts by unit")]


class BudgetContent(Message, vi="Hướng dẫn kinh phí"):
    """Amounts by unit for a year."""

    kind: Annotated[Literal["budget"], _kind("budget")]
    year: Year = Field(ge=2016)
    lines: BudgetLines = Field(min_length=1, max_length=500)


class Convention(Message, vi="Quy ước, hương ước"):
    """The village convention (quy ước, hương ước) of one residential area."""

    area_code: AreaCode
    text_ref: TextRef
    approved_on: ApprovedOn
    approving_body: ApprovingBody


Conventions = Annotated[list[Convention], Named("Các quy ước, hương ước", "Village conventions")]


class ConventionContent(Message, vi="Hướng dẫn quy ước, hương ước"):
    """How village conventions are made and kept lawful, and those approved so far."""

    kind: Annotated[Literal["convention"], _kind("convention")]
    conventions: Conventions = Field(min_length=1, max_length=500)


class CriteriaContent(Message, vi="Tiêu chí, thủ tục bình xét"):
    """A version of a criteria set or of its review procedure."""

    kind: Annotated[Literal["criteria"], _kind("criteria")]
    set_code: SetCode
    version: Version
    valid_from: ValidFrom
    part: CriteriaPart = "both"
    draft_id: DraftId | None = Field(default=None, description="The draft of which it came, in critique")


class MediaQuota(Message, vi="Chỉ tiêu của cơ quan báo chí"):
    """What one outlet is to bring in the year: minutes on air, or articles, or both."""

    outlet_body: OutletBody
    minutes: Minutes | None = Field(default=None, ge=1)
    articles: Articles | None = Field(default=None, ge=1)


MediaQuotas = Annotated[list[MediaQuota], Named("Chỉ tiêu từng cơ quan báo chí", "Quotas")]


class MediaProgrammeContent(Message, vi="Chương trình truyền thông"):
    """The year's communication programme."""

    kind: Annotated[Literal["media_programme"], _kind("media_programme")]
    year: Year = Field(ge=2016)
    themes: Themes = Field(min_length=1, max_length=50)
    quotas: MediaQuotas = Field(min_length=1, max_length=50)


class TrainingSession(Message, vi="Lớp tập huấn"):
    """A training that is planned."""

    topic: TrainingTopic
    unit_code: UnitCode
    planned_on: PlannedDay
    participants: Persons = Field(ge=1, description="Persons expected")


TrainingSessions = Annotated[list[TrainingSession], Named("Các lớp tập huấn", "Sessions")]


class TrainingPlanContent(Message, vi="Kế hoạch đào tạo, bồi dưỡng"):
    """Trainings planned; it goes out as a document of the kind `guidance`."""

    kind: Annotated[Literal["training_plan"], _kind("training_plan")]
    sessions: TrainingSessions = Field(min_length=1, max_length=200)


GuidanceContent = Annotated[
    PlainContent
    | IntegrationContent
    | MaterialContent
    | SchemeContent
    | BudgetContent
    | ConventionContent
    | CriteriaContent
    | MediaProgrammeContent
    | TrainingPlanContent,
    Field(discriminator="kind"),
    Named("Nội dung văn bản", "Content"),
]
