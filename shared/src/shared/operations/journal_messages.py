"""The operators' commands and answers about the journal, and about a database that was restored."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from contracts.messages import Answer, Command, Page, PageQuery
from contracts.names import Named
from contracts.values import Count, EventId, Reason, ServiceName
from shared.bus.place import Lacking
from shared.standing import EvenWhenRestored

Since = Annotated[
    AwareDatetime,
    Field(description="From this instant; from the beginning if absent"),
    Named("Kể từ", "Since"),
]
Offset = Annotated[
    int,
    Field(description="Offset in the journal of all events; -1 before its first"),
    Named("Vị trí trong nhật ký chung", "Offset in the journal"),
]
JournalLack = Annotated[
    Literal[Lacking.FORGOTTEN, Lacking.REPLACED],
    Named(
        "Nhật ký chung thiếu",
        "What the journal lacks",
        codes={
            "forgotten": ("Không còn giữ phần cần đọc", "the journal begins later than what is wanted"),
            "replaced": ("Là một nhật ký khác", "another journal stands where the one that was read stood"),
        },
    ),
]
ProvedAt = Annotated[datetime, Named("Đối chiếu lúc", "Proved at")]
TakenBack = Annotated[
    int,
    Field(description="Own events that the journal has and the database lacked; the service waits for you"),
    Named("Việc đã công bố mà cơ sở dữ liệu thiếu", "Acts that the database lacks"),
]
EventTypeName = Annotated[str, Named("Loại sự kiện", "Type of event")]
EventKeyName = Annotated[str, Named("Khóa thứ tự", "Key")]
Forgotten = Annotated[
    int,
    Field(description="Events whose bytes the outbox keeps no more; only the journal can have them"),
    Named("Sự kiện không còn nội dung trong hộp gửi", "Events without bytes in the outbox"),
]
ToldAt = Annotated[datetime, Named("Công bố lúc", "Told at")]
WhyText = Field(min_length=5, max_length=500, description="Why; it is audited")


class RefillInbox(Command, EvenWhenRestored):
    """Read the journal again and store what the inbox lacks; what it has stays as it is."""

    since: Since | None = None
    reason: Reason = WhyText


class AcceptJournalLoss(Command, EvenWhenRestored):
    """Go on though the journal no longer holds what may be missing; what it still has is read."""

    reason: Reason = WhyText


class AcceptRestored(Command, EvenWhenRestored):
    """Let a service go on whose database lacks acts that it told; they are dealt with by hand."""

    reason: Reason = WhyText


class RepublishOutbox(Command, EvenWhenRestored):
    """Publish events of the outbox once more, the same bytes under the same ids."""

    since: Since | None = None
    reason: Reason = WhyText


class JournalStanding(Answer, vi="Đối chiếu với nhật ký chung"):
    """How far the inbox is complete, and what keeps the service from going on."""

    service: ServiceName
    complete_to: Offset | None
    proved_at: ProvedAt | None
    lacking: JournalLack | None
    taken_back: TakenBack


class Republished(Answer, vi="Sự kiện được công bố lại"):
    """How many events will be published once more."""

    service: ServiceName
    events: Count
    forgotten: Forgotten


class TakenBackEvents(PageQuery):
    """Own events that were taken back from the journal: the acts that a restored database lacks."""


class TakenBackEvent(Answer, vi="Việc mà cơ sở dữ liệu thiếu"):
    """One event of the service that its database did not know."""

    event_id: EventId
    type: EventTypeName
    key: EventKeyName
    told_at: ToldAt


class TakenBackPage(Page[TakenBackEvent], vi="Các việc mà cơ sở dữ liệu thiếu"):
    """The events in the order of the journal."""
