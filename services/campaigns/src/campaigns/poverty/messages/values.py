"""Value types that commands and queries of the review share, each with its name."""

from datetime import date
from typing import Annotated

from pydantic import Field

from campaigns.common.domain.values import ListNumber
from campaigns.poverty.domain.scoring import DeprivationCode
from contracts.names import Named
from contracts.values import COUNT, ID, NUMBER
from shared.domain.deadlines import ExplainedDeadline

AreaMeetingId = Annotated[str, ID, Named("Mã cuộc họp khu dân cư", "Id of the area's meeting")]
AgreedCount = Annotated[int, COUNT, Named("Số người đồng ý", "Agreed")]
ApprovalNumber = Annotated[str, NUMBER, Named("Số quyết định phê duyệt của tỉnh", "Approval")]
CheckDocNumber = Annotated[str, NUMBER, Named("Số văn bản kiểm tra", "Document of the check")]
CommuneDecisionNumber = Annotated[str, NUMBER, Named("Số quyết định của xã", "Decision of the commune")]
Communes = Annotated[int, COUNT, Named("Số xã, phường, thị trấn", "Communes")]
ComplaintsReceived = Annotated[int, COUNT, Named("Số khiếu nại, phản ánh đã nhận", "Complaints received")]
ComplaintsUpheld = Annotated[int, COUNT, Named("Số khiếu nại, phản ánh đúng", "Complaints upheld")]
B1Points = Annotated[int, Field(ge=0, le=1000), Named("Điểm B1 (tài sản, thu nhập)", "Points of form B1")]
Deprivations = Annotated[list[DeprivationCode], Named("Các chỉ số thiếu hụt", "Deprivations")]
ListNumbers = Annotated[
    list[ListNumber], Named("Số thứ tự các hộ trong danh sách", "Numbers in the area's list")
]
PostingDue = Annotated[ExplainedDeadline, Named("Thời hạn của bước tiếp theo", "Due")]
SinceDay = Annotated[date, Named("Từ ngày", "Since")]
WitnessedOn = Annotated[date, Named("Ngày Ban công tác Mặt trận xác nhận", "Witnessed on")]
