"""What a service forgets after its time, and what it never forgets.

Bytes go and answers go; the rows that hold them stay, because by them an event, an act of one's own in the
journal, or an idempotency key is known again, however late it comes. Nothing goes that is still to be
published, applied, decided or confirmed: an event's bytes leave the outbox only when the service itself has
read it in the journal, and the inbox only when it was applied. What was parked or discarded keeps its bytes,
and what operators did with it keeps its words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ColumnExpressionArgument,
    Connection,
    Table,
    UpdateBase,
    delete,
    exists,
    literal_column,
    select,
    tuple_,
    update,
)

from shared.bus.inbox import State
from shared.clock import Clock
from shared.connections import Connections
from shared.settings import Settings
from shared.tables import answers, inbox, journal_place, outbox, unread_calls

# So few that no command waits for it long.
BATCH = 200
ACTS = ("retry_parked", "discard_parked", "replay_event")


def is_act() -> ColumnElement[bool]:
    """Whether an answer is that of an operator's act on an event; written so that partial indexes serve."""
    return answers.c.command.in_(_literals())


@dataclass(frozen=True)
class Horizons:
    """For how long each is kept, once nothing waits for it any more."""

    outbox: timedelta
    inbox: timedelta
    answers: timedelta
    unread_calls: timedelta

    @classmethod
    def of(cls, settings: Settings) -> "Horizons":
        """Read the settings."""
        return cls(
            timedelta(days=settings.keep_outbox_days),
            timedelta(days=settings.keep_inbox_days),
            timedelta(days=settings.keep_answers_days),
            timedelta(days=settings.keep_unread_calls_days),
        )


@dataclass(frozen=True)
class Spent:
    """Rows of one table that may be forgotten when their `age` is past `horizon`, and how."""

    table: Table
    age: Any
    horizon: timedelta
    where: tuple[ColumnElement[bool], ...]
    forget: Callable[[Table], UpdateBase]

    def some(self, connection: Connection, now: datetime) -> list[Any]:
        """Return the keys of a few, the oldest first."""
        old = select(*self.table.primary_key).where(*self._old(now)).order_by(self.age).limit(BATCH)
        return [tuple(row) for row in connection.execute(old)]

    def statement(self, keys: list[Any], now: datetime) -> Any:
        """Forget these, as far as they may still be forgotten: an operator may have wanted one meanwhile."""
        chosen: ColumnElement[bool] = tuple_(*self.table.primary_key).in_(keys)
        if len(self.table.primary_key) == 1:
            [column] = self.table.primary_key
            chosen = column.in_([key for (key,) in keys])
        statement: Any = self.forget(self.table)
        return statement.where(chosen, *self._old(now))

    def _old(self, now: datetime) -> list[ColumnExpressionArgument[bool]]:
        return [*self.where, self.age < now - self.horizon]


@dataclass(frozen=True)
class Sweeper:
    """Forgets what one service need not keep."""

    database: Connections
    horizons: Horizons
    clock: Clock

    def sweep(self) -> int:
        """Forget a few of each, each in a transaction of its own; return how many. 0: nothing is left to."""
        return sum(self._sweep(each) for each in _kinds(self.horizons))

    def _sweep(self, spent: Spent) -> int:
        now = self.clock()
        with self.database.bare_reading() as connection:
            keys = spent.some(connection, now)
        if not keys:
            return 0
        with self.database.bare_transaction() as connection:
            return int(connection.execute(spent.statement(keys, now)).rowcount)


def _kinds(keep: Horizons) -> tuple[Spent, ...]:
    applied = inbox.c.state == literal_column(f"'{State.DONE}'")
    no_act = answers.c.command.not_in(_literals())
    standing = ~exists().where(journal_place.c.lacking.is_not(None) | (journal_place.c.taken_back > 0))
    seen = (outbox.c.envelope.is_not(None), outbox.c.journal_offset.is_not(None), standing)
    return (
        Spent(outbox, outbox.c.published_at, keep.outbox, seen, _without("envelope")),
        Spent(
            inbox,
            inbox.c.applied_at,
            keep.inbox,
            (inbox.c.envelope.is_not(None), applied),
            _without("envelope", "proof"),
        ),
        Spent(
            answers,
            answers.c.answered_at,
            keep.answers,
            (answers.c.answer.is_not(None), no_act),
            _without("answer"),
        ),
        Spent(unread_calls, unread_calls.c.last_at, keep.unread_calls, (), delete),
    )


def _without(*columns: str) -> Callable[[Table], UpdateBase]:
    return lambda table: update(table).values(dict.fromkeys(columns))


def _literals() -> list[ColumnElement[str]]:
    return [literal_column(f"'{each}'") for each in ACTS]
