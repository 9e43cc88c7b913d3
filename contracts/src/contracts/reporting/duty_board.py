"""What the feature «duty board» of the reporting service tells the others."""

from typing import Annotated, Literal

from pydantic import Field

from contracts.messages import Event
from contracts.names import Named
from contracts.values import COUNT, DutyId, EventId, Year
from contracts.values.ids import ID

_STATUSES = {
    "not_started": "Chưa thực hiện",
    "in_progress": "Đang thực hiện",
    "done": "Đã hoàn thành",
}
_Status = Literal["not_started", "in_progress", "done"]

DutyStatus = Annotated[_Status, Named("Tình trạng thực hiện nhiệm vụ", "Status of the duty", codes=_STATUSES)]
FromDutyStatus = Annotated[_Status, Named("Tình trạng trước", "Status before", codes=_STATUSES)]
ToDutyStatus = Annotated[_Status, Named("Tình trạng sau", "Status after", codes=_STATUSES)]
DutyStandingId = Annotated[str, ID, Named("Mã tình trạng nhiệm vụ", "Standing id")]
# As the event named it that was evidence: a plug-in's agency is shown under its own name.
DutyBody = Annotated[str, Named("Cơ quan thực hiện nhiệm vụ", "Body")]
EvidenceCount = Annotated[int, COUNT, Named("Số căn cứ", "Pieces of evidence")]
EvidenceEventIds = Annotated[list[EventId], Named("Các sự kiện làm căn cứ", "Events that are evidence")]


class DutyStatusChanged(
    Event, service="reporting", subject="standing_id", vi="Tình trạng thực hiện nhiệm vụ đã thay đổi"
):
    """A body's standing with a duty changed for a year. It is itself evidence of nothing."""

    standing_id: DutyStandingId
    duty_id: DutyId
    duty_body: DutyBody
    year: Year
    from_status: FromDutyStatus
    to_status: ToDutyStatus
    evidence_count: EvidenceCount = Field(description="Events known so far")
    evidence_event_ids: EvidenceEventIds = Field(description="The earliest of them, at most 100")
