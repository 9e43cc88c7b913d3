"""The operators' commands, queries and answers, the same for every service."""

from datetime import datetime

from pydantic import Field, JsonValue

from contracts.messages import Answer, Command, ListQuery, Page, Query
from shared.bus.inbox import State


class Reasoned(Command):
    """An operator's act on one event of the inbox; it is kept with its reason."""

    seq: int = Field(description="Number of the event in the service's inbox")
    reason: str = Field(min_length=5, max_length=500, description="Why; it is audited")


class RetryParked(Reasoned):
    """Try a parked event again now."""


class DiscardParked(Reasoned):
    """Set a parked event aside for good, and let the later events of its key go on."""


class ReplayEvent(Reasoned):
    """Apply an event again that was applied already, where every reaction to it may be replayed."""


class EventState(Answer):
    """Where an event of the inbox stands now; `outcome` says what the act did.

    The answer is kept with the act, and with it who acted and why.
    """

    seq: int
    event_id: str
    state: str
    outcome: str
    by: str = Field(description="User who acted")
    reason: str


class ServiceStatus(Query):
    """How the service's outbox and inbox stand."""


class StatusAnswer(Answer):
    """Numbers of events; ages in whole seconds, absent where nothing waits."""

    service: str
    outbox_waiting: int
    outbox_oldest_seconds: int | None
    inbox_waiting: int
    inbox_oldest_seconds: int | None
    retrying: int
    parked: int
    held: int = Field(description="Events that wait behind a parked or failing one of their key")
    applied: int
    lag_milliseconds: int | None = Field(
        description="From an event's recording at its publisher to its effect here: median of the newest"
    )
    audit_entries: int


class ParkedEvents(ListQuery):
    """The causes for which events are parked, with how many each."""


class ParkedCause(Answer):
    """One cause with its events."""

    type: str
    cause: str
    count: int
    first_seq: int
    oldest_received_at: datetime
    held: int = Field(description="Later events that wait behind these")


class ParkedPage(Page[ParkedCause]):
    """The causes, the most frequent first."""


class InboxEvents(ListQuery):
    """Events of the inbox, by id or by state.

    `source` makes the search for ids quick, since an id is kept with its source.
    """

    cursor: str | None = Field(
        default=None, pattern=r"^[0-9]{1,18}$", description="`next_cursor` of the page before"
    )
    event_id: list[str] | None = Field(default=None, max_length=100)
    source: list[str] | None = Field(default=None, max_length=100, examples=["/funds"])
    state: State | None = None


class InboxEvent(Answer):
    """One event of the inbox, and where it stands."""

    seq: int
    event_id: str
    source: str
    type: str
    key: str
    state: State
    attempts: int
    cause: str | None
    received_at: datetime
    applied_at: datetime | None
    next_attempt_at: datetime | None


class InboxPage(Page[InboxEvent]):
    """Events in the order in which they arrived."""


class PastAct(Answer):
    """What an operator did with an event, and why."""

    at: datetime
    by: str
    outcome: str
    reason: str


class ParkedEvent(Query):
    """One event of the inbox, whole."""

    seq: int


class ParkedDetails(InboxEvent):
    """One event of the inbox, whole; `envelope` is absent where it cannot be read."""

    envelope: dict[str, JsonValue] | None
    bytes: int
    acts: list[PastAct] = Field(description="What operators did with it, in order")
