"""Forgetting and the operators' status on PostgreSQL: what goes, and by which indexes it is found."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, func, select, text

import shared.partial_indexes  # noqa: F401 - with it the tables are complete
from shared.counting import Counter, rows_of_inbox
from shared.database import Database
from shared.operations.messages import StatusAnswer
from shared.operations.service_status import status_of
from shared.retention import Horizons, Sweeper
from shared.tables import answers, inbox, outbox

NOW = datetime(2026, 11, 25, tzinfo=UTC)
DAY = timedelta(days=1)
MANY = 5_000
GROWING = {"inbox", "outbox", "answers"}
PARTIAL = ("_open", "_stopped", "_discarded", "_spent", "_waiting", "_of_operators")
OF_INBOX = """
INSERT INTO inbox
       (source, event_id, type, key, state, attempts, envelope, received_at, applied_at, next_attempt_at)
SELECT '/example', 'evt_' || n, 't', 'k' || n % 100,
       CASE WHEN n <= 3 THEN (ARRAY['parked', 'retry', 'received'])[n] ELSE 'done' END,
       0, CASE WHEN n <= 10 THEN 'x'::bytea END, :then, :then, :then
FROM generate_series(1, :many) AS n
"""
OF_OUTBOX = """
INSERT INTO outbox (event_id, type, key, envelope, created_at, published_at, journal_offset)
SELECT 'evt_' || n, 't', 'k', CASE WHEN n <= 10 THEN 'x'::bytea END, :then,
       CASE WHEN n > 3 THEN CAST(:then AS timestamptz) END, n
FROM generate_series(1, :many) AS n
"""
OF_ANSWERS = """
INSERT INTO answers (body, key, "user", command, digest, answer, answered_at)
SELECT 'b', 'key_' || n, 'u', CASE WHEN n = 5 THEN 'retry_parked' ELSE 'c' END, 'd',
       CASE WHEN n <= 10 THEN '{"seq": 1}'::json END, :then
FROM generate_series(1, :many) AS n
"""


@pytest.fixture
def filled(database: Database) -> Database:
    """Give a database in which almost all was applied, published and forgotten long ago."""
    with database.engine.begin() as connection:
        for statement in (OF_INBOX, OF_OUTBOX, OF_ANSWERS):
            connection.execute(text(statement), {"many": MANY, "then": NOW - 2 * DAY})
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
    return database


def sweeper(database: Database) -> Sweeper:
    return Sweeper(database, Horizons(DAY, DAY, DAY, DAY), lambda: NOW)


def asked_by(database: Database, act: Callable[[], object]) -> list[tuple[str, Any]]:
    """Return the questions of an act, with their parameters."""
    asked = list[tuple[str, Any]]()

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(database.engine, "before_cursor_execute", note)
    act()
    event.remove(database.engine, "before_cursor_execute", note)
    return [each for each in asked if each[0].startswith("SELECT") and "FROM" in each[0]]


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", []):
        yield from nodes(below)


def unbounded(database: Database, questions: list[tuple[str, Any]]) -> list[str]:
    """Return what in the server's plans reads a growing table or an index of it from one end to the other.

    These tables are small: that the server could use an index is what is asked, not whether it pays here.
    """
    with database.engine.connect() as connection:
        connection.execute(text("SET enable_seqscan = off"))
        explained = [connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {q}", p) for q, p in questions]
        read = [node for each in explained for [plan] in each.scalars() for node in nodes(plan["Plan"])]
    assert {node.get("Relation Name") for node in read} >= GROWING
    told = (f"{node['Node Type']} {node['Relation Name']}" for node in read if is_unbounded(node))
    return list(told)


def is_unbounded(node: dict[str, Any]) -> bool:
    if node.get("Relation Name") not in GROWING or node["Node Type"] == "Bitmap Heap Scan":
        return False
    return "Index Cond" not in node and not node.get("Index Name", "").endswith(PARTIAL)


def test_bytes_go_where_nothing_waits_for_them_and_are_found_by_indexes(filled: Database) -> None:
    sweep, status = sweeper(filled), list[StatusAnswer]()

    def look() -> None:
        assert (sweep.sweep(), sweep.sweep()) == (7 + 7 + 9, 0)
        with filled.reading() as session:
            status.append(status_of(session, "example", NOW))

    questions = asked_by(filled, look)
    assert unbounded(filled, questions) == []
    assert status[0].applied == MANY - 3
    with filled.reading() as session:
        left = select(inbox.c.seq).where(inbox.c.envelope.is_not(None)).order_by(inbox.c.seq)
        assert session.scalars(left).all() == [1, 2, 3], "parked, to be tried again, not applied yet"
        unsent = select(outbox.c.seq).where(outbox.c.envelope.is_not(None)).order_by(outbox.c.seq)
        assert session.scalars(unsent).all() == [1, 2, 3]
        kept = select(answers.c.command).where(answers.c.answer.is_not(None))
        assert session.scalars(kept).all() == ["retry_parked"]
        for table in (inbox, outbox, answers):
            assert session.scalar(select(func.count()).select_from(table)) == MANY, "no row goes"
    counter = Counter(filled, lambda: NOW)
    assert (counter.count(), counter.count()) == (MANY, 0)
    with filled.reading() as session:
        assert rows_of_inbox(session) == MANY
