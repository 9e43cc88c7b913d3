"""A stage for tests of one service: real tables in memory, real guards, no broker."""

from datetime import UTC, date, datetime
from typing import Any, Generic, TypeVar

from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from contracts.messages import Answer, Command, Event, Query
from shared import reacting
from shared.authority import Actor, Ask
from shared.bus import outbox
from shared.database import Database
from shared.ids import new_id
from shared.service import Service
from shared.tables import metadata
from shared.work import Cause, Work

S = TypeVar("S")
SIGNING_DAY = date(2017, 6, 16)


def actor(
    agency: str, unit: str = "19", on: date = SIGNING_DAY, roles: frozenset[str] = frozenset()
) -> Actor:
    """Return a synthetic user of an agency as it is on a day."""
    return Actor.on(on, user="usr_synthetic", agency=agency, unit=unit, roles=roles)


class Stage(Generic[S]):
    """One service with an empty database; `events` holds what it emitted, in order."""

    def __init__(self, service: Service[S], url: str = "sqlite://") -> None:
        """Make the tables of the chassis and of the service."""
        self.service = service
        self.database = Database(url)
        metadata.create_all(self.database.engine)
        service.tables.create_all(self.database.engine)
        self.envelopes: list[Envelope] = []

    @property
    def events(self) -> list[str]:
        """The wire types emitted so far."""
        return [envelope.type for envelope in self.envelopes]

    def act(self, command: Command, by: Actor | None, on: date = SIGNING_DAY) -> Any:
        """Carry out a command as the desk would, on a day; refusals are raised."""
        handler = self.service.command_named[command.wire_name()]
        day = command.occurred_on or on
        handler.may.check(Ask(by, command, day))
        with self.database.transaction() as session:
            return handler(command, self._work(session, by, day, handler.duties))

    def ask(self, query: Query, by: Actor | None = None, on: date = SIGNING_DAY) -> Any:
        """Answer a query as the desk would."""
        handler = self.service.query_named[query.wire_name()]
        day = query.as_of or on
        handler.may.check(Ask(by, query, day))
        with self.database.reading() as session:
            answer: Answer = handler(query, self._work(session, by, day, ()))
            return answer

    def hear(
        self, event: Event, agency: str = "synthetic", on: date = SIGNING_DAY, duties: str = ""
    ) -> Envelope:
        """Apply an event of another service as the processor would."""
        envelope = Envelope(
            id=new_id("evt"),
            source=f"/{event.service}",
            type=event.wire_type(),
            subject=event.subject,
            time=datetime.now(UTC),
            dataschema=event.schema_address(),
            data=event.model_dump(mode="json"),
            partitionkey=event.subject,
            correlationid=new_id("cor"),
            agency=agency,
            unit=event.unit,
            occurredon=on,
            duties=duties,
        )
        self.receive(envelope)
        return envelope

    def receive(self, envelope: Envelope) -> None:
        """Apply an envelope as it stands."""
        with self.database.transaction() as session:
            reacting.apply(self.service, session, envelope, datetime.now(UTC))

    def _work(self, session: Session, by: Actor | None, day: date, duties: tuple[str, ...]) -> Work[S]:
        def publish(envelope: Envelope) -> None:
            outbox.write(session, envelope)
            self.envelopes.append(envelope)

        return Work(
            service=self.service.name,
            session=session,
            store=self.service.store(session),
            now=datetime.now(UTC),
            today=day,
            cause=Cause(new_id("cor")),
            acting=by,
            duties=duties,
            replayable=self.service.replayable(),
            publish=publish,
        )
