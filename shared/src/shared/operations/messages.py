"""The operators' commands, queries and answers, the same for every service."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from contracts.messages import Answer, Command, Page, PageQuery, Query
from contracts.names import Named
from contracts.values import Count, EventId, Reason, ServiceName, Source
from shared.bus.inbox import State
from shared.operations.journal_messages import JournalStanding

MOST_NUMBER = 9_007_199_254_740_991  # above it, JSON readers that hold numbers as doubles are not exact
STATE_NAMES = Named(
    "Tình trạng sự kiện",
    "State of the event",
    codes={
        "received": "Đã nhận",
        "done": ("Đã áp dụng", "applied"),
        "retry": ("Đang thử lại", "retrying"),
        "parked": "Đang giữ",
        "discarded": "Đã bỏ qua",
    },
)
InboxState = Annotated[
    Literal[State.RECEIVED, State.DONE, State.RETRY, State.PARKED, State.DISCARDED], STATE_NAMES
]
ActOutcome = Annotated[
    Literal["retried", "discarded", "replayed", "already done"],
    Named(
        "Kết quả thao tác",
        "Outcome",
        codes={
            "retried": "Đã cho thử lại",
            "discarded": "Đã bỏ qua",
            "replayed": "Đã cho áp dụng lại",
            "already done": "Đã áp dụng từ trước",
        },
    ),
]
InboxNumber = Annotated[
    int, Field(ge=1, le=MOST_NUMBER), Named("Số thứ tự trong hộp nhận", "Number in the inbox")
]
InboxCursor = Annotated[str, Field(pattern=r"^[0-9]{1,18}$"), Named("Vị trí trang", "Cursor")]
Operator = Annotated[str, Field(description="User who acted"), Named("Người vận hành", "Operator")]
WaitingOut = Annotated[int, Named("Sự kiện chờ gửi", "Waiting in the outbox")]
RelayWorks = Annotated[
    bool,
    Field(description="Whether a relay holds the lease to publish: one that hangs or has no broker does not"),
    Named("Tiến trình gửi đang hoạt động", "Relay at work"),
]
WaitingIn = Annotated[int, Named("Sự kiện chờ xử lý", "Waiting in the inbox")]
OldestSeconds = Annotated[int, Named("Chờ lâu nhất (giây)", "Oldest (seconds)")]
Retrying = Annotated[int, Named("Đang thử lại", "Retrying")]
Parked = Annotated[int, Named("Đang giữ", "Parked")]
Held = Annotated[
    int,
    Field(description="Events that wait behind a parked or failing one of their key"),
    Named("Đang chờ sau sự kiện khác", "Held"),
]
Applied = Annotated[int, Named("Đã áp dụng", "Applied")]
LagMilliseconds = Annotated[
    int,
    Field(description="From an event's recording at its publisher to its effect here: median of the newest"),
    Named("Độ trễ (mili giây)", "Lag (milliseconds)"),
]
UnreadCallCount = Annotated[
    int,
    Field(description="Different calls that nobody could read or answer; they were not carried out"),
    Named("Yêu cầu không đọc được", "Unread calls"),
]
UnreadCause = Annotated[str, Named("Nguyên nhân", "Cause")]
RoutingKey = Annotated[str, Named("Khóa định tuyến", "Routing key")]
Times = Annotated[int, Named("Số lần", "Times")]
FirstAt = Annotated[datetime, Named("Lần đầu lúc", "First at")]
LastAt = Annotated[datetime, Named("Lần cuối lúc", "Last at")]
Beginning = Annotated[
    str, Field(description="Its first bytes as text, without tokens"), Named("Phần đầu", "Beginning")
]
AuditEntries = Annotated[int, Named("Số mục nhật ký kiểm tra", "Audit entries")]
EventType = Annotated[str, Named("Loại sự kiện", "Type of event")]
ParkedCauseText = Annotated[str, Named("Nguyên nhân", "Cause")]
EventKey = Annotated[str, Named("Khóa thứ tự", "Key")]
Attempts = Annotated[int, Named("Số lần thử", "Attempts")]
OldestReceivedAt = Annotated[datetime, Named("Nhận sớm nhất lúc", "Oldest received at")]
ReceivedAt = Annotated[datetime, Named("Nhận lúc", "Received at")]
AppliedAt = Annotated[datetime, Named("Áp dụng lúc", "Applied at")]
NextAttemptAt = Annotated[datetime, Named("Thử lại lúc", "Next attempt at")]
Since = Annotated[datetime, Named("Kể từ", "Since")]
ActedAt = Annotated[datetime, Named("Thời điểm", "At")]
EnvelopeJson = Annotated[dict[str, JsonValue], Named("Nội dung sự kiện", "Envelope")]
Bytes = Annotated[int, Named("Dung lượng (byte)", "Bytes")]
EventIds = Annotated[list[EventId], Field(max_length=100), Named("Mã sự kiện", "Event ids")]
Sources = Annotated[list[Source], Field(max_length=100), Named("Nguồn", "Sources")]


class Reasoned(Command):
    """An operator's act on one event of the inbox; it is kept with its reason."""

    seq: InboxNumber
    reason: Reason = Field(min_length=5, max_length=500, description="Why; it is audited")


class RetryParked(Reasoned):
    """Try a parked event again now."""


class DiscardParked(Reasoned):
    """Set a parked event aside for good, and let the later events of its key go on."""


class ReplayEvent(Reasoned):
    """Apply an event again that was applied already, where every reaction to it may be replayed."""


class EventState(Answer, vi="Sự kiện sau thao tác"):
    """Where an event of the inbox stands now; `outcome` says what the act did.

    The answer is kept with the act, and with it who acted and why.
    """

    seq: InboxNumber
    event_id: EventId
    state: InboxState
    outcome: ActOutcome
    by: Operator
    reason: Reason


class ServiceStatus(Query):
    """How the service's outbox and inbox stand."""


class RefusedKey(Answer, vi="Khóa bị từ chối"):
    """A key whose first event the broker does not take; later ones of the key wait behind it."""

    key: EventKey
    type: EventType
    cause: ParkedCauseText
    since: Since


class FailingEvent(Answer, vi="Sự kiện đang thử lại"):
    """An event whose reaction failed, with what it failed of and when it is tried next."""

    seq: InboxNumber
    type: EventType
    cause: ParkedCauseText | None
    attempts: Attempts
    next_attempt_at: NextAttemptAt


class StatusAnswer(Answer, vi="Tình trạng dịch vụ"):
    """Numbers of events; ages in whole seconds, absent where nothing waits."""

    service: ServiceName
    outbox_waiting: WaitingOut
    outbox_oldest_seconds: OldestSeconds | None
    relay_works: RelayWorks
    inbox_waiting: WaitingIn
    inbox_oldest_seconds: OldestSeconds | None
    retrying: Retrying
    parked: Parked
    held: Held
    unread_calls: UnreadCallCount
    applied: Applied
    lag_milliseconds: LagMilliseconds | None
    audit_entries: AuditEntries
    journal: JournalStanding
    refused: list[RefusedKey] = Field(description="Keys whose first event the broker refuses; at most 20")
    failing: list[FailingEvent] = Field(description="Events that are tried again; at most 20, the next first")


class ParkedEvents(PageQuery):
    """The causes for which events are parked, with how many each."""


class ParkedCause(Answer, vi="Nguyên nhân giữ sự kiện"):
    """One cause with its events; `held` are the later events that wait behind these."""

    type: EventType
    cause: ParkedCauseText
    count: Count
    first_seq: InboxNumber
    oldest_received_at: OldestReceivedAt
    held: Held


class ParkedPage(Page[ParkedCause], vi="Các nguyên nhân giữ sự kiện"):
    """The causes, the most frequent first."""


class InboxEvents(PageQuery):
    """Events of the inbox, by id or by state.

    `source` makes the search for ids quick, since an id is kept with its source.
    """

    cursor: InboxCursor | None = Field(default=None, description="`next_cursor` of the page before")
    event_id: EventIds | None = None
    source: Sources | None = Field(default=None, examples=["/funds"])
    state: InboxState | None = None


class InboxEvent(Answer, vi="Sự kiện đã nhận"):
    """One event of the inbox, and where it stands."""

    seq: InboxNumber
    event_id: EventId
    source: Source
    type: EventType
    key: EventKey
    state: InboxState
    attempts: Attempts
    cause: ParkedCauseText | None
    received_at: ReceivedAt
    applied_at: AppliedAt | None
    next_attempt_at: NextAttemptAt | None


class InboxPage(Page[InboxEvent], vi="Danh sách sự kiện đã nhận"):
    """Events in the order in which they arrived."""


class PastAct(Answer, vi="Thao tác đã thực hiện"):
    """What an operator did with an event, and why."""

    at: ActedAt
    by: Operator
    outcome: ActOutcome
    reason: Reason


class ParkedEvent(Query):
    """One event of the inbox, whole."""

    seq: InboxNumber


class ParkedDetails(InboxEvent, vi="Chi tiết sự kiện đã nhận"):
    """One event of the inbox, whole; `envelope` is absent where it cannot be read."""

    envelope: EnvelopeJson | None
    bytes: Bytes
    acts: list[PastAct] = Field(description="What operators did with it, in order")


class UnreadCallList(PageQuery):
    """Calls that nobody could read or answer."""


class UnreadCall(Answer, vi="Yêu cầu không đọc được"):
    """Calls of the same bytes: what was wrong with them, how often and when they came."""

    cause: UnreadCause
    routing_key: RoutingKey
    bytes: Bytes
    times: Times
    first_at: FirstAt
    last_at: LastAt
    beginning: Beginning


class UnreadCallPage(Page[UnreadCall], vi="Các yêu cầu không đọc được"):
    """The calls, the newest first."""
