"""The operators' commands, queries and answers, the same for every service."""

from datetime import datetime

from pydantic import Field, JsonValue

from contracts.messages import Answer, Command, ListQuery, Page, Query


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
    """Where an event of the inbox stands now; `outcome` says what the act did."""

    seq: int
    event_id: str
    state: str
    outcome: str


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
    audit_entries: int


class ParkedEvents(ListQuery):
    """The causes for which events are parked, with how many each."""


class ParkedCause(Answer):
    """One cause with its events."""

    type: str
    cause: str
    count: int
    first_seq: int
    held: int = Field(description="Later events that wait behind these")


class ParkedPage(Page[ParkedCause]):
    """The causes, the most frequent first."""


class ParkedEvent(Query):
    """One event of the inbox, whole."""

    seq: int


class ParkedDetails(Answer):
    """One event of the inbox; `envelope` is absent where it cannot be read."""

    seq: int
    event_id: str
    source: str
    type: str
    key: str
    state: str
    attempts: int
    cause: str | None
    received_at: datetime
    next_attempt_at: datetime | None
    envelope: dict[str, JsonValue] | None
    bytes: int
