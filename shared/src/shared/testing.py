"""A stage for tests of one service: its dispatcher on real tables in memory, no broker."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import MetaData, select
from sqlalchemy.orm import Session

import shared.partial_indexes  # noqa: F401 - with it the tables are complete
from contracts.calls import Call
from contracts.envelope import Envelope
from contracts.errors import Refusal
from contracts.messages import Command, Event, Query
from shared import reacting
from shared.authority import Actor
from shared.chassis import with_chassis
from shared.clock import VIETNAM, system_clock
from shared.database import Database
from shared.dispatch import Dispatcher
from shared.ids import new_id
from shared.jobs import Jobs
from shared.sentences import codes_in
from shared.service import Service
from shared.tables import metadata, outbox
from shared.timers import Timers
from shared.tokens import Bearer, NotAuthenticated, Verifier
from shared.unit_of_work import Occasion, unit_of_work
from shared.work import Work

SIGNING_DAY = date(2017, 6, 16)
IN_MEMORY = "sqlite://"


def actor(
    agency: str, unit: str = "19", on: date = SIGNING_DAY, roles: frozenset[str] = frozenset()
) -> Actor:
    """Return a synthetic user of an agency as it is on a day."""
    return Actor.on(on, user="usr_synthetic", agency=agency, unit=unit, roles=roles)


def work_in(
    service: Service,
    session: Session,
    by: Actor | None = None,
    on: date = SIGNING_DAY,
    now: datetime | None = None,
) -> Work:
    """Return a unit of work in an open session, to look at what repositories hold."""
    occasion = Occasion.call(Call(name="", correlation_id=new_id("cor")), on, by)
    return unit_of_work(service, session, now or system_clock(), occasion)


@contextmanager
def _refused_in_words() -> Iterator[None]:
    """Let a refusal pass whose Vietnamese sentence uses no codes as words."""
    try:
        yield
    except Refusal as refusal:
        asked_for = str(refusal.params.get("id", ""))  # what is not there is told as it was asked for
        sentence = refusal.sentences()["vi"].removesuffix(f"{asked_for}.")
        if found := codes_in(sentence):
            message = f"a refusal speaks in codes ({', '.join(found)}): {sentence}"
            raise AssertionError(message) from refusal
        raise


class ActorsOnStage(Verifier):
    """Takes each actor's own name for a token; no key, no signature."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._bearers: dict[str, Bearer] = {}

    def token_of(self, by: Actor | None) -> str | None:
        """Return what an actor shows; nothing for an anonymous caller."""
        if by is None:
            return None
        token = f"{by.user}@{by.body}:{','.join(sorted(by.roles))}:{by.unit}"
        self._bearers[token] = Bearer(by.user, by.agency, by.unit, by.roles)
        return token

    def read(self, token: str | None) -> Bearer:
        """Return who came on stage with a token. Raises NotAuthenticated."""
        if token not in self._bearers:
            raise NotAuthenticated(reason="no token")
        return self._bearers[token]


_whole = lru_cache(with_chassis)  # it looks at every step of every lifecycle


def _create_tables(database: Database, tables: MetaData) -> None:
    metadata.create_all(database.engine)
    tables.create_all(database.engine)


@lru_cache
def _empty_database(tables: MetaData) -> bytes:
    """A database with a service's tables: a copy takes a tenth of the time that making them takes."""
    database = Database(IN_MEMORY)
    _create_tables(database, tables)
    return _connection_of(database).serialize()


def _connection_of(database: Database) -> sqlite3.Connection:
    return cast("sqlite3.Connection", database.engine.raw_connection().driver_connection)


class Stage:
    """One service with an empty database; what it emitted is read from its outbox."""

    def __init__(self, service: Service, url: str = IN_MEMORY) -> None:
        """Make the tables of the chassis and of the service."""
        self.service = _whole(service)
        self.now = datetime.now(UTC)
        self._actors = ActorsOnStage()
        self.use(Database(url))
        if url == IN_MEMORY:
            _connection_of(self.database).deserialize(_empty_database(service.tables))
        else:
            _create_tables(self.database, service.tables)

    def play(self, service: Service) -> None:
        """Go on with another build of the service, on the same database."""
        self.service = _whole(service)
        self.use(self.database)

    def use(self, database: Database) -> None:
        """Work on a database that has the tables."""
        self.database = database
        self.dispatcher = Dispatcher(self.service, database, self._actors, self._clock)

    @property
    def envelopes(self) -> list[Envelope]:
        """What was emitted so far, in order."""
        with self.database.reading() as session:
            told = session.scalars(select(outbox.c.envelope).order_by(outbox.c.seq))
            return [Envelope.decode(body) for body in told]

    @property
    def events(self) -> list[str]:
        """The wire types emitted so far, in order."""
        return [envelope.type for envelope in self.envelopes]

    def act(self, command: Command, by: Actor | None, on: date = SIGNING_DAY, key: str | None = None) -> Any:
        """Carry out a command on a day, through the dispatcher; refusals are raised."""
        self._move_to(command.occurred_on or on)
        call = self._call(command, by, key or new_id("key"))
        handler = self.service.command_named[call.name]
        with _refused_in_words():
            return handler.answer.model_validate(self.dispatcher.carry_out(call).answer)

    def ask(self, query: Query, by: Actor | None = None, on: date = SIGNING_DAY) -> Any:
        """Answer a query on a day, through the dispatcher; refusals are raised."""
        self._move_to(query.as_of or on)
        call = self._call(query, by, None)
        handler = self.service.query_named[call.name]
        with _refused_in_words():
            return handler.answer.model_validate(self.dispatcher.answer(call).answer)

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
        now = datetime.now(UTC)
        self.database.carry_out(lambda session: reacting.apply(self.service, session, envelope, now))

    def tick(self, on: date) -> list[str]:
        """Run the timers that are due on a day; return the names of what was done. Raises what they raise."""
        self._move_to(on)
        timers = Timers(self.service, self.database, self._clock)
        return [each.name for each in self.service.timers if timers.run(each)]

    def do_jobs(self) -> int:
        """Do the jobs that wait, in this process; return how many there were. Raises what breaks them."""
        jobs, done = Jobs(self.service, self.database, self._clock), 0
        while row := jobs.claim():
            jobs.carry_out(row["id"])
            done += 1
        return done

    @contextmanager
    def work(self, by: Actor | None = None, on: date = SIGNING_DAY) -> Iterator[Work]:
        """Give a unit of work, to look at what repositories hold."""
        self._move_to(on)
        with self.database.transaction() as session:
            yield work_in(self.service, session, by, on, self._clock())

    def _call(self, message: Command | Query, by: Actor | None, key: str | None) -> Call:
        return Call(
            name=message.wire_name(),
            payload=message.model_dump(mode="json", by_alias=True, exclude_unset=True),
            token=self._actors.token_of(by),
            idempotency_key=key,
            correlation_id=new_id("cor"),
        )

    def _move_to(self, day: date) -> None:
        self.now = datetime.combine(day, time(12), VIETNAM).astimezone(UTC)

    def _clock(self) -> datetime:
        """Let each instant of a day be later than the one before."""
        self.now += timedelta(microseconds=1)
        return self.now
