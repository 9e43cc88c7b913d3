"""What may pass by itself: nothing was written, and the caller may come again with the same key."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from shared.repeating import is_conflict, may_pass


def raised_by(act: Callable[[], object]) -> DBAPIError:
    with pytest.raises(DBAPIError) as raised:
        act()
    return raised.value


@pytest.mark.parametrize("host", ["127.0.0.1:1", "nowhere.invalid"])
def test_a_server_that_is_not_there_may_come(host: str) -> None:
    error = raised_by(create_engine(f"postgresql+psycopg2://synthetic@{host}/none").connect)
    assert may_pass(error)
    assert not is_conflict(error)


def test_a_file_that_another_holds_may_be_let_go(tmp_path: Path) -> None:
    path = tmp_path / "held.db"
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    waiting = create_engine(f"sqlite:///{path}", connect_args={"timeout": 0})
    with waiting.connect() as connection:
        assert may_pass(raised_by(lambda: connection.execute(text("CREATE TABLE t (x)"))))
    holder.close()


def test_what_is_wrong_stays_wrong() -> None:
    with create_engine("sqlite://").connect() as connection:
        assert not may_pass(raised_by(lambda: connection.execute(text("SELECT * FROM nothing"))))
    assert not may_pass(ValueError("no database had a part in it"))
