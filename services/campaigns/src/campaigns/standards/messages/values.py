"""Value types that commands and queries of the standards share, each with its name."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from contracts.names import Named
from contracts.values import BODY, COUNT, ID, LINE, NUMBER, BodyName
from shared.domain.deadlines import ExplainedDeadline

ActingBody = Annotated[str, BODY, Named("Cơ quan thực hiện", "Acting body")]

RecognitionStanding = Annotated[
    Literal["valid", "due_for_reassessment"],
    Named(
        "Hiệu lực công nhận",
        "Standing",
        codes={"valid": "Còn thời hạn", "due_for_reassessment": "Đến hạn đánh giá lại"},
    ),
]
CommuneCode = Annotated[
    str,
    Field(pattern=r"^[0-9]{5}$", description="Unit of commune level: commune, ward or township"),
    Named("Mã xã, phường, thị trấn", "Commune code"),
]
RenewsId = Annotated[str, ID, Named("Hồ sơ được công nhận lại", "Renews")]
ReportNumber = Annotated[str, NUMBER, Named("Số báo cáo", "Report number")]
HeldAt = Annotated[str, LINE, Named("Địa điểm công bố", "Place of the announcement")]
Places = Annotated[list[str], Named("Nơi niêm yết", "Places of posting")]
CommentsReceived = Annotated[int, COUNT, Named("Số ý kiến đóng góp của nhân dân", "Comments received")]
PanelMembers = Annotated[int, COUNT, Named("Số thành viên hội đồng bỏ phiếu", "Members who voted")]
StepDetails = Annotated[dict[str, JsonValue], Named("Số liệu, văn bản kèm theo", "Figures and papers")]
CompilingBody = Annotated[str, BODY, Named("Cơ quan tổng hợp", "Compiling body")]
CompiledOn = Annotated[date, Named("Ngày tổng hợp", "Compiled on")]
OpeningBody = Annotated[str, BODY, Named("Cơ quan tổ chức lấy ý kiến", "Opening body")]
CompletingBody = Annotated[str, BODY, Named("Cơ quan báo cáo hoàn thành", "Completing body")]
SurveyingBodies = Annotated[list[BodyName], Named("Tổ chức lấy ý kiến", "Surveying bodies")]
NextDue = Annotated[ExplainedDeadline, Named("Thời hạn của bước tiếp theo", "Due")]
Validity = Annotated[ExplainedDeadline, Named("Thời hạn công nhận", "Validity")]
