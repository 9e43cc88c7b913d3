"""Days, instants and lengths of time, each named for the act of which it is the day."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from contracts.names import Named

# Of every message and list
ActDay = Annotated[date, Named("Ngày thực hiện", "Day of the act")]
AsOf = Annotated[date, Named("Tính đến ngày", "As of")]
FromDay = Annotated[date, Named("Từ ngày", "From")]
ToDay = Annotated[date, Named("Đến ngày", "To")]
Year = Annotated[int, Field(ge=2000, le=2100), Named("Năm", "Year")]
RecordedAt = Annotated[datetime, Named("Thời điểm ghi nhận", "Recorded at")]
OverdueAsOf = Annotated[date, Named("Quá hạn tính đến ngày", "Overdue as of")]

# Beginnings, ends and terms
StartDay = Annotated[date, Named("Ngày bắt đầu", "First day")]
EndDay = Annotated[date, Named("Ngày kết thúc", "Last day")]
DueDay = Annotated[date, Named("Hạn thực hiện", "Due day")]
FirstDueDay = Annotated[date, Named("Hạn ban đầu", "First due day")]
ReopenedOn = Annotated[date, Named("Ngày mở lại", "Re-opened on")]
AnswerDueDay = Annotated[date, Named("Hạn trả lời", "Day on which the answer is due")]
EffectiveDay = Annotated[date, Named("Ngày có hiệu lực", "Day of effect")]
OnTime = Annotated[bool, Named("Đúng hạn", "On time")]

# Days of acts
AnsweredOn = Annotated[date, Named("Ngày trả lời", "Answered on")]
ApprovedOn = Annotated[date, Named("Ngày phê duyệt", "Approved on")]
ClosedOn = Annotated[date, Named("Ngày kết thúc thực tế", "Closed on")]
CompletedOn = Annotated[date, Named("Ngày hoàn thành", "Completed on")]
DecidedOn = Annotated[date, Named("Ngày quyết định", "Decided on")]
HeldOn = Annotated[date, Named("Ngày tổ chức", "Held on")]
IssuedOn = Annotated[date, Named("Ngày ban hành", "Issued on")]
ProposedOn = Annotated[date, Named("Ngày đề xuất", "Proposed on")]
PublishedOn = Annotated[date, Named("Ngày đăng, phát", "Published on")]
ReceivedOn = Annotated[date, Named("Ngày nhận", "Received on")]
RegisteredOn = Annotated[date, Named("Ngày đăng ký", "Registered on")]
WithdrawnOn = Annotated[date, Named("Ngày thu hồi, gỡ bỏ", "Withdrawn on")]
