"""The unit of work that a handler is given: session, store, actor, clock, and `emit`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from contracts.messages import Event
from shared.authority import Actor
from shared.ids import new_id

S = TypeVar("S")


@dataclass(frozen=True)
class Cause:
    """What led to this work: the ids that tie one front-end call to its last effect."""

    correlation: str
    causation: str | None = None
    traceparent: str | None = None


@dataclass
class Work(Generic[S]):
    """One transaction of one service.

    `now` is the instant of recording (UTC), `today` the day of the act. `envelope` is the event
    that a reaction applies, `replayable` the types whose reactions
    may be repeated. Whoever is given a Work never commits it.
    """

    service: str
    session: Session
    store: S
    now: datetime
    today: date
    cause: Cause
    acting: Actor | None
    duties: tuple[str, ...] = ()
    envelope: Envelope | None = None
    replayable: frozenset[str] = frozenset()
    publish: Callable[[Envelope], None] = field(default=lambda _: None, repr=False)

    @property
    def actor(self) -> Actor:
        """The one who acts. Raises LookupError where the caller is anonymous or a service."""
        if self.acting is None:
            message = "this work has no actor"
            raise LookupError(message)
        return self.acting

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
                agency=self._agency(),
                unit=event.unit,
                occurredon=self.today,
                duties=",".join(self.duties if duties is None else duties),
            )
        )

    def _agency(self) -> str:
        if self.acting:
            return self.acting.body
        return self.envelope.agency if self.envelope else self.service
