"""The unit of work that a handler is given: session, actor, clock, and `emit`."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol

from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from contracts.messages import Event
from shared.authority import DEMO, Actor
from shared.ids import new_id

Trigger = Literal["call", "event", "timer", "job"]


@dataclass(frozen=True)
class Cause:
    """What led to this work: the ids that tie one front-end call to its last effect."""

    correlation: str
    causation: str | None = None
    traceparent: str | None = None


@dataclass
class Work:
    """One transaction of one service; repositories are made from it: `Titles(work)`.

    `now` is the instant of recording (UTC), `today` the day of the act. `envelope` is the event
    that a reaction applies. `owner` is the body that keeps the service. Whoever is given a Work never
    commits it.
    """

    service: str
    session: Session
    now: datetime
    today: date
    cause: Cause
    acting: Actor | None
    trigger: Trigger = "call"
    owner: str = ""
    duties: tuple[str, ...] = ()
    envelope: Envelope | None = None
    publish: Callable[[Envelope], None] = field(default=lambda _: None, repr=False)

    @property
    def actor(self) -> Actor:
        """The one who acts. Raises LookupError where the caller is anonymous or a service."""
        if self.acting is None:
            message = "this work has no actor"
            raise LookupError(message)
        return self.acting

    @property
    def user(self) -> str:
        """Who acts: a user, or «event» or «timer» where nobody sits before a screen."""
        return self.acting.user if self.acting else self.trigger

    @property
    def body(self) -> str:
        """As whom: the acting body, the body whose event arrived, or the owner of the service."""
        if self.acting:
            return self.acting.body
        return self.envelope.agency if self.envelope else self.owner or self.service

    @property
    def synthetic(self) -> bool:
        """Whether a demo account acts, or once led to the event that is applied."""
        played = self.acting is not None and DEMO in self.acting.roles
        return played or (self.envelope is not None and self.envelope.synthetic is True)

    def new_id(self, prefix: str) -> str:
        """Return a new id with a short prefix that tells the kind."""
        return new_id(prefix)

    def emit(self, event: Event, *, duties: Iterable[str] | None = None) -> None:
        """Write an event to the outbox, in the same transaction as the facts.

        It is evidence of the command's duties unless others are given.
        """
        self.publish(
            Envelope(
                id=new_id("evt"),
                source=f"/{self.service}",
                type=event.wire_type(),
                subject=event.subject,
                time=self.now,
                dataschema=event.schema_address(),
                data=event.model_dump(mode="json"),
                partitionkey=event.subject,
                correlationid=self.cause.correlation,
                causationid=self.cause.causation,
                traceparent=self.cause.traceparent,
                agency=self.body,
                unit=event.unit,
                occurredon=self.today,
                duties=",".join(self.duties if duties is None else duties),
                synthetic=self.synthetic or None,
            )
        )


class JobRun(Protocol):
    """One run of a job on an object, as its act sees it."""

    @property
    def subject_id(self) -> str:
        """The object."""

    def reading(self) -> AbstractContextManager[Work]:
        """Look at what is kept, in a transaction that changes nothing."""

    def ending(self) -> AbstractContextManager[Work]:
        """Write what came of it; with this transaction the job is done, and once."""
