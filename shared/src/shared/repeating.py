"""Doing again what others got in the way of: on PostgreSQL transactions run side by side, as if one by one.

SERIALIZABLE lets no two transactions commit whose outcome no order of the two could explain; one of them
fails, nothing of it was written, and it is done again from the beginning. An index's own uniqueness can be
what tells it, so that a key that is there already counts as well; one that is there for good is no matter of
time, and raised by the last try. Who failed once then waits for a turn without any other writer, in which
nobody can get in its way.
"""

import sqlite3
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from sqlalchemy.exc import DBAPIError, OperationalError

T = TypeVar("T")
UNIQUE = "23505"
CONFLICTS = {"40001", "40P01", UNIQUE}  # serialization_failure, deadlock_detected, unique_violation
# lock_not_available, query_canceled, idle_in_transaction_session_timeout
LIMITS = {"55P03", "57014", "25P03"}
PRIMARY = 0xFF  # SQLite's extended codes say more in the bits above


class Turn(StrEnum):
    """With whom a write transaction runs at the same time, as the mode of a lock on the table `turns`.

    Such a lock is taken before the transaction sees anything, so that it sees what those wrote for whom it
    waited. That nobody sees half of what another does is no matter of turns.
    """

    BESIDE = "ROW SHARE"  # with all that want no turn alone
    ONE = "SHARE ROW EXCLUSIVE"  # with all BESIDE: two processors would only do the same work twice
    ALONE = "EXCLUSIVE"  # with nobody


def repeated(act: Callable[[Turn], T], first: Turn = Turn.BESIDE) -> T:
    """Act, each time from the beginning, until nobody gets in the way; raise the last conflict otherwise."""
    for turn in (first, Turn.ALONE):
        try:
            return act(turn)
        except DBAPIError as error:
            if not is_conflict(error):
                raise
    return act(Turn.ALONE)


def is_conflict(error: BaseException) -> bool:
    """Whether the same may succeed when it is done again at once."""
    return _state(error) in CONFLICTS


def may_pass(error: BaseException) -> bool:
    """Whether it may pass by itself: a conflict, a limit of the session, a database that is away or held."""
    if _state(error) in (CONFLICTS | LIMITS) - {UNIQUE}:
        return True
    return isinstance(error, DBAPIError) and (error.connection_invalidated or _is_unreachable(error))


def _is_unreachable(error: DBAPIError) -> bool:
    """Whether the file is held by another, or no server was there to give the error a state."""
    if isinstance(error.orig, sqlite3.Error):
        return error.orig.sqlite_errorcode & PRIMARY == sqlite3.SQLITE_BUSY
    return isinstance(error, OperationalError) and _state(error) is None


def _state(error: BaseException) -> str | None:
    """Return PostgreSQL's SQLSTATE of an error; SQLite knows none."""
    return getattr(error.orig, "pgcode", None) if isinstance(error, DBAPIError) else None
