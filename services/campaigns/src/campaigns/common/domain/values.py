"""Value types that several features of campaigns use, each with its name in both languages."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.names import Named
from contracts.values import BODY, COUNT, ID, LINE, NUMBER, PROSE, BodyName

CountedOn = Annotated[date, Named("Số liệu tính đến ngày", "Figures as of")]
ValidFrom = Annotated[date, Named("Có hiệu lực từ ngày", "Valid from")]
PlannedDay = Annotated[date, Named("Ngày dự kiến", "Planned day")]
AssessedOn = Annotated[date, Named("Ngày đánh giá", "Assessed on")]
OpenedOn = Annotated[date, Named("Ngày bắt đầu", "Opened on")]
SubmittedOn = Annotated[date, Named("Ngày trình", "Submitted on")]
TakenOn = Annotated[date, Named("Ngày thực hiện bước", "Day of the step")]
EvidenceRef = Annotated[str, NUMBER, Named("Số tài liệu minh chứng", "Reference of the evidence")]
FactsDigest = Annotated[
    str,
    Field(description="SHA-256 of the frozen facts in canonical JSON"),
    Named("Giá trị băm (SHA-256) của căn cứ", "Digest of the facts"),
]
Title = Annotated[str, LINE, Named("Tên gọi", "Title")]
Summary = Annotated[str, PROSE, Named("Tóm tắt", "Summary")]
Result = Annotated[str, PROSE, Named("Kết quả", "Result")]
ReplacedById = Annotated[str, ID, Named("Được thay thế bởi", "Replaced by")]
Total = Annotated[int, COUNT, Named("Tổng số", "Total")]
Numerator = Annotated[int, COUNT, Named("Tử số", "Numerator")]
Denominator = Annotated[int, COUNT, Named("Mẫu số", "Denominator")]
Depth = Annotated[int, Field(ge=0, le=50), Named("Số cấp", "Depth")]
Registered = Annotated[int, COUNT, Named("Số đăng ký", "Registered")]
Articles = Annotated[int, COUNT, Named("Số tin, bài", "Articles")]
LeadBody = Annotated[str, BODY, Named("Cơ quan chủ trì", "Leading body")]
InvitedBodies = Annotated[list[BodyName], Named("Cơ quan được mời phối hợp", "Bodies invited to coordinate")]
ListNumber = Annotated[
    int,
    Field(ge=1, le=999_999_999, description="Number in the area's private list; no event carries it"),
    Named("Số thứ tự trong danh sách của khu dân cư", "Number in the area's list"),
]
