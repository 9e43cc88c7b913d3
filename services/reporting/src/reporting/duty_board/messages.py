"""What may be asked about the duty board, and what is answered. Everyone may read it."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.messages import Answer, Command, ListQuery, Page, TextListQuery
from contracts.names import Named
from contracts.reference import DutyKind, DutyRole
from contracts.reporting.duty_board import DutyBody, DutyStandingId, DutyStatus, EvidenceCount
from contracts.values import (
    BODY,
    COUNT,
    ActDay,
    AgencyCode,
    DutyId,
    EventId,
    Limit,
    NameEn,
    NameVi,
    NextCursor,
    Reason,
    RecordedAt,
    ServiceName,
    Source,
    Year,
)
from reporting.duty_board.domain.involvement import Part

AskedBody = Annotated[str, BODY, Named("Cơ quan thực hiện nhiệm vụ", "Body")]
Clause = Annotated[str, Named("Mục, khoản của Chương trình", "Clause")]
ItemText = Annotated[str, Named("Nội dung", "Text in Vietnamese")]
ItemTextEn = Annotated[str, Named("Nội dung bằng tiếng Anh", "Text in English")]
ServiceNames = Annotated[list[ServiceName], Named("Các dịch vụ", "Services")]
BodiesInProgress = Annotated[int, COUNT, Named("Số cơ quan đang thực hiện", "Bodies that have begun")]
BodiesDone = Annotated[int, COUNT, Named("Số cơ quan đã hoàn thành", "Bodies that are done")]
OtherBodies = Annotated[int, COUNT, Named("Số cơ quan khác tham gia", "Other bodies")]
EvidenceId = Annotated[str, Named("Mã căn cứ", "Evidence id")]
# As the event says it; what nobody knows here is shown as it is.
SaidUnit = Annotated[str, Named("Mã địa bàn", "Unit code")]
EventType = Annotated[str, Named("Loại sự kiện", "Type of event")]
AnswersForIt = Annotated[bool, Named("Có trách nhiệm thực hiện", "Answers for the duty")]
FirstEvidenceOn = Annotated[date, Named("Ngày có căn cứ đầu tiên", "Day of the first evidence")]
LastEvidenceOn = Annotated[date, Named("Ngày có căn cứ gần nhất", "Day of the latest evidence")]
DoneOn = Annotated[date, Named("Ngày hoàn thành", "Done on")]

OF_YEAR = "Evidence of this year; of all years if absent"


class MarkDutyDone(Command):
    """Declare that the acting body has done a duty for a year."""

    duty_id: DutyId
    year: Year = Field(ge=2016)


class ReopenDuty(Command):
    """Take back the declaration that the acting body has done a duty for a year, with the reason."""

    duty_id: DutyId
    year: Year = Field(ge=2016)
    reason: Reason


class DutyBoard(TextListQuery):
    """The duty board: the 115 items of the programme and where each stands.

    `unit` is that of the bodies, `from` and `to` the time in which they were at work; `text` is searched in
    the items.
    """

    limit: Limit = Field(default=200, description="Items on one page")
    duty_id: DutyId | None = None
    year: Year | None = Field(default=None, ge=2016, description=OF_YEAR)
    duty_body: AskedBody | None = Field(
        default=None, description="Duties for which this body answers or has acted, and its own standing"
    )
    status: DutyStatus | None = None
    service: ServiceName | None = Field(
        default=None, description="Duties that this service serves, e.g. `funds`"
    )


class DutyOnBoard(ListQuery):
    """One item of the programme with its evidence, by the place and day of the act; no text is kept of it.

    The item's own figures are those of the bodies of the unit.
    """

    duty_id: DutyId
    year: Year | None = Field(default=None, ge=2016, description=OF_YEAR)
    duty_body: AskedBody | None = Field(default=None, description="What this body did or had a part in")


class DutyStandings(TextListQuery):
    """Where each body stands with one duty, by its unit, its name, and the time in which it was at work."""

    duty_id: DutyId
    year: Year | None = Field(default=None, ge=2016)
    status: DutyStatus | None = None


class DutyMarked(Answer, vi="Nhiệm vụ đã xác nhận hoàn thành"):
    """Where a body now stands with a duty in a year."""

    standing_id: DutyStandingId
    duty_id: DutyId
    duty_body: DutyBody
    year: Year
    state: DutyStatus
    evidence: EvidenceCount = Field(description="Events on which the declaration rests")


class ResponsibleAgency(Answer, vi="Cơ quan chịu trách nhiệm"):
    """An agency that answers for a duty, and as what."""

    agency: AgencyCode
    name_vi: NameVi
    name_en: NameEn
    role: DutyRole


class YearTally(Answer, vi="Tình hình thực hiện trong năm"):
    """What is known of a duty for one year."""

    year: Year
    evidence: EvidenceCount = Field(description="Events that are evidence of it")
    in_progress: BodiesInProgress = Field(description="Bodies that answer for it and have begun")
    done: BodiesDone = Field(description="Bodies that answer for it and have declared it done")
    others: OtherBodies = Field(description="Bodies that acted without being those that answer for it")


class DutyRow(Answer, vi="Nhiệm vụ của Chương trình"):
    """One item of the programme as it stands, within what was asked for.

    `not_started`: no evidence; `done`: all bodies that answer for it and began have declared it done.
    """

    id: DutyId
    clause: Clause
    kind: DutyKind
    text_vi: ItemText
    text_en: ItemTextEn
    services: ServiceNames
    responsible: Annotated[
        list[ResponsibleAgency], Named("Cơ quan chịu trách nhiệm", "Responsible agencies")
    ] = Field(description="Agencies in force on the last day of the year asked for, or today")
    status: DutyStatus
    evidence: EvidenceCount = Field(description="Events that are evidence of it")
    years: Annotated[list[YearTally], Named("Theo từng năm", "Years")]


class DutyPage(Page[DutyRow], vi="Bảng nhiệm vụ"):
    """One page of the duty board, in the order of the programme's text."""


class EvidenceRecord(Answer, vi="Căn cứ thực hiện nhiệm vụ"):
    """One event that is evidence of a duty."""

    evidence_id: EvidenceId
    event_id: EventId
    source: Source = Field(description="The service that published it, e.g. `/funds`")
    type: EventType
    duty_body: DutyBody
    part: Part = Field(description="Whether the body acted, joined in, or was represented")
    unit_code: SaidUnit | None = Field(description="Where, if the event says so")
    year: Year
    occurred_on: ActDay
    recorded_at: RecordedAt


class DutyDetail(DutyRow, vi="Nhiệm vụ và căn cứ thực hiện"):
    """One item with a page of its evidence, the earliest recorded first."""

    evidence_list: Annotated[list[EvidenceRecord], Named("Các căn cứ", "Evidence")]
    next_cursor: NextCursor | None = Field(description="To the next page of evidence")


class StandingRecord(Answer, vi="Tình trạng thực hiện của cơ quan"):
    """Where one body stands with a duty in a year."""

    standing_id: DutyStandingId
    duty_body: DutyBody
    year: Year
    answers: AnswersForIt = Field(description="Whether the body is one of those that answer for the duty")
    status: DutyStatus
    evidence: EvidenceCount = Field(description="Events in which the body had a part")
    first_on: FirstEvidenceOn
    last_on: LastEvidenceOn
    done_on: DoneOn | None


class StandingPage(Page[StandingRecord], vi="Tình hình thực hiện nhiệm vụ"):
    """One page of bodies' standings."""
