"""`/status` and `/parked` read what is open, never all that ever came: the database's own plans say so."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert, text

from shared.bus.trust import UNREADABLE
from shared.counting import SETTLED, Counter, rows_of_inbox
from shared.example import service
from shared.operations.messages import ParkedEvent, ParkedEvents, ServiceStatus
from shared.retention import Horizons, Sweeper
from shared.tables import inbox
from shared.testing import Stage, actor

NOW = datetime(2026, 11, 25, tzinfo=UTC)
OPERATOR = actor("btt-mttq-tinh", roles=frozenset({"operator"}))
GROWING = ("inbox", "outbox", "audit", "answers")
PARTIAL = ("open", "stopped", "discarded", "spent", "waiting", "of_operators")
DAY = timedelta(days=1)


@pytest.fixture
def stage() -> Stage:
    return Stage(service)


def row(number: int, state: str = "done", at: datetime = NOW) -> dict[str, Any]:
    known = {"source": "/example", "event_id": f"evt_{number}", "type": "example.note_written.v1", "key": "k"}
    return {**known, "state": state, "attempts": 0, "envelope": b"{}", "received_at": at}


def put(stage: Stage, *rows: dict[str, Any]) -> None:
    with stage.database.transaction() as session:
        session.execute(insert(inbox), list(rows))


def plans(stage: Stage, act: Any) -> list[str]:
    """Return the steps of SQLite's plans of all that an act asks of tables that grow."""
    asked = list[tuple[str, Any]]()
    engine = stage.database.engine

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    act()
    event.remove(engine, "before_cursor_execute", note)
    with engine.connect() as connection:
        steps = [
            step.detail
            for statement, parameters in asked
            if statement.startswith("SELECT")
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    return [each for each in steps if re.search(rf"\b({'|'.join(GROWING)})\b", each)]


def is_bounded(step: str) -> bool:
    """Whether a step looks at a part that has an index of its own, or begins at a place in the table."""
    by_part = re.search(rf"USING (COVERING )?INDEX ({'|'.join(GROWING)})_({'|'.join(PARTIAL)})\b", step)
    return bool(by_part) or (step.startswith("SEARCH") and "USING" in step)


@pytest.mark.parametrize("asked", [ServiceStatus(), ParkedEvents(), ParkedEvent(seq=1)])
def test_no_question_of_the_operators_reads_a_whole_table(stage: Stage, asked: Any) -> None:
    put(stage, row(1, "parked") | {"source": UNREADABLE}, row(2, "received"), row(3) | {"envelope": None})
    put(stage, row(4, "retry") | {"next_attempt_at": NOW})
    steps = plans(stage, lambda: stage.ask(asked, by=OPERATOR))
    assert steps
    assert [each for each in steps if not is_bounded(each)] == []


def test_what_is_forgotten_is_found_without_reading_a_whole_table(stage: Stage) -> None:
    sweeper = Sweeper(stage.database, Horizons(DAY, DAY, DAY, DAY), lambda: NOW)
    steps = plans(stage, sweeper.sweep)
    assert {each.split()[1] for each in steps} == {"inbox", "outbox", "answers"}
    assert [each for each in steps if not is_bounded(each)] == []


def test_a_whole_table_would_be_seen(stage: Stage) -> None:
    def look() -> None:
        with stage.database.reading() as session:
            session.execute(text("SELECT count(*) FROM inbox WHERE state = 'x' || 'done'"))

    [step] = plans(stage, look)
    assert not is_bounded(step)


def test_what_came_is_counted_once_and_for_all_when_it_has_settled(stage: Stage) -> None:
    put(stage, *(row(each) for each in range(3)), row(3, at=NOW + DAY), row(4))
    counter = Counter(stage.database, lambda: NOW + SETTLED)
    assert (counter.count(), counter.count()) == (3, 0), "a young one, and what stands behind it"
    with stage.database.reading() as session:
        assert rows_of_inbox(session) == 5
    put(stage, *(row(each) for each in range(5, 9)))
    later = Counter(stage.database, lambda: NOW + 2 * DAY)
    assert (later.count(), later.count()) == (6, 0)
    with stage.database.reading() as session:
        assert rows_of_inbox(session) == 9


def test_so_many_are_counted_at_once(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shared.counting.BATCH", 3)
    put(stage, *(row(each) for each in range(4)))
    counter = Counter(stage.database, lambda: NOW + DAY)
    assert (counter.count(), counter.count(), counter.count()) == (3, 1, 0)
