"""The question for a service's audit, and its answer."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from contracts.messages import Answer, Page, PageQuery
from contracts.names import Named
from contracts.values import FromDay, ToDay

Number = Annotated[int, Named("Số thứ tự", "Number")]
NotedAt = Annotated[datetime, Named("Ghi lúc", "Noted at")]
UserName = Annotated[str, Field(max_length=255), Named("Người dùng", "User")]
BodyName = Annotated[str, Field(max_length=80), Named("Cơ quan thực hiện", "Acting body")]
ActName = Annotated[str, Field(max_length=160, examples=["record_donation"]), Named("Thao tác", "Act")]
AuditOutcome = Annotated[
    str,
    Field(max_length=40, description="done, read, replayed, retry, parked, or the refusal's slug"),
    Named("Kết quả", "Outcome"),
]
ObjectName = Annotated[
    str, Field(max_length=120, pattern=r"^\S+$", description="Id of an object"), Named("Đối tượng", "Object")
]
ObjectNames = Annotated[list[str], Named("Các đối tượng", "Objects")]
DayOfAct = Annotated[date, Named("Ngày thực hiện", "Day of the act")]
AuditReason = Annotated[
    str, Field(description="The rule that refused, or an operator's words"), Named("Lý do", "Reason")
]
Correlation = Annotated[str, Named("Mã liên kết", "Correlation id")]
PayloadDigest = Annotated[
    str, Field(description="SHA-256 of what was asked"), Named("Mã băm nội dung", "Digest")
]
Invented = Annotated[bool, Named("Dữ liệu giả lập", "Synthetic")]


class AuditEntryList(PageQuery):
    """Entries of the service's audit. `from` and `to` are days on which they were noted, in Vietnam."""

    object: ObjectName | None = None
    body: BodyName | None = None
    user: UserName | None = None
    act: ActName | None = None
    outcome: AuditOutcome | None = None
    from_: FromDay | None = Field(default=None, alias="from")
    to: ToDay | None = None


class AuditEntry(Answer, vi="Mục nhật ký kiểm tra"):
    """Who asked for what, as whom, about what, and what came of it."""

    seq: Number
    at: NotedAt
    user: UserName
    body: BodyName
    act: ActName
    objects: ObjectNames
    day: DayOfAct | None
    outcome: AuditOutcome
    reason: AuditReason
    correlation: Correlation
    digest: PayloadDigest
    synthetic: Invented


class AuditPage(Page[AuditEntry], vi="Nhật ký kiểm tra"):
    """Entries in the order in which they were written."""
