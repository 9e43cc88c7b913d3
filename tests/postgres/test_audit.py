"""The audit on PostgreSQL: its rows are only ever inserted, and its chain is proved there as well."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from shared import audit, tables
from shared.audit_chain import Chain
from shared.audit_log import StoredLog
from shared.audit_proof import prove
from shared.database import Database
from shared.insert_only import statements_to_drop
from shared.key_registry import Registry

NOW = datetime(2026, 11, 25, 3, tzinfo=UTC)
ENTRY = audit.Entry(NOW, "usr_synthetic", "btt-mttq-tinh", "write_note", "done", "cor_1")
REWRITE = text("UPDATE audit SET outcome = 'read'")


@pytest.fixture
def kept(database: Database) -> Database:
    """Give a database with three chained entries."""
    with database.transaction() as session:
        audit.append(session, ENTRY, ENTRY, ENTRY)
    with database.bare_transaction() as connection:
        assert Chain().extend(connection, NOW) == 3
    return database


def wrong(database: Database) -> list[str]:
    with database.bare_reading() as connection:
        return [str(each) for each in prove(StoredLog(connection), (), Registry(())).findings]


@pytest.mark.parametrize("table", ["audit", "audit_blocks"])
@pytest.mark.parametrize("change", ["UPDATE {} SET at = now()", "DELETE FROM {}", "TRUNCATE {}"])
def test_rows_are_only_ever_inserted(kept: Database, table: str, change: str) -> None:
    with pytest.raises(DBAPIError, match="only ever inserted"), kept.bare_transaction() as connection:
        connection.execute(text(change.format(table)))
    assert wrong(kept) == []


def test_what_was_rewritten_without_the_triggers_is_named(kept: Database) -> None:
    with kept.bare_transaction() as connection:
        for statement in statements_to_drop("audit", "postgresql"):
            connection.execute(text(statement))
        connection.execute(REWRITE)
    assert wrong(kept) == [f"rewritten: entry {seq} is not what was chained" for seq in (1, 2, 3)]


def test_entries_are_numbered_in_the_order_of_the_commits(
    connect: Callable[[], Database], database: Database
) -> None:
    """The chain looks back so many numbers and no more: none may come late under a low one."""
    with database.transaction() as early:
        audit.append(early, replace(ENTRY, act="early"))
        with connect().transaction() as late:
            audit.append(late, replace(ENTRY, act="late"))
    with database.reading() as session:
        assert list(session.scalars(select(tables.audit.c.act).order_by(tables.audit.c.seq))) == [
            "late",
            "early",
        ]
