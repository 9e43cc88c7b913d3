"""A start prepares services unless all is as the last preparation left it."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from chungtay import prepared, suite
from chungtay.home import Home


@pytest.fixture
def made(home: Home) -> Home:
    """A home whose databases look as after a preparation."""
    home.make()
    for service in suite.SERVICES:
        with closing(sqlite3.connect(home.data / f"{service}.db")) as database:
            database.execute("CREATE TABLE alembic_version (version_num TEXT)")
            database.execute("CREATE TABLE manifests (digest TEXT)")
            database.execute("INSERT INTO alembic_version VALUES ('one')")
            database.execute("INSERT INTO manifests VALUES (?)", (service,))
            database.commit()
    prepared.remember(home)
    return home


def change(home: Home, statement: str) -> None:
    with closing(sqlite3.connect(home.data / "funds.db")) as database:
        database.execute(statement)
        database.commit()


def test_what_was_prepared_need_not_be_again(made: Home) -> None:
    assert prepared.is_prepared(made)


def test_a_home_that_never_was_is_prepared(home: Home) -> None:
    home.make()
    assert not prepared.is_prepared(home)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE alembic_version SET version_num = 'older'",
        "DELETE FROM manifests",
        "UPDATE manifests SET digest = 'of another build'",
        "DROP TABLE manifests",
    ],
)
def test_a_database_that_was_restored_is_prepared(made: Home, statement: str) -> None:
    change(made, statement)
    assert not prepared.is_prepared(made)


def test_a_database_that_is_gone_is_prepared(made: Home) -> None:
    (made.data / "campaigns.db").unlink()
    assert not prepared.is_prepared(made)
    assert not (made.data / "campaigns.db").exists()


def test_changed_code_is_prepared(made: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = tmp_path / "feature.py"
    monkeypatch.setattr(prepared, "_files", lambda: [code])
    code.write_text("one")
    prepared.remember(made)
    assert prepared.is_prepared(made)
    code.write_text("other")
    assert not prepared.is_prepared(made)


def test_another_day_is_prepared(made: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """The agency that holds a function may be another one."""
    monkeypatch.setattr(prepared, "_today", lambda: date(2031, 1, 1))
    assert not prepared.is_prepared(made)


def test_databases_elsewhere_are_always_prepared(made: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUNDS_DATABASE_URL", "postgresql+psycopg2://x/funds")
    assert not prepared.is_prepared(made)
    prepared.remember(made)


def test_every_package_whose_code_counts_is_found() -> None:
    packages = {part for path in prepared._files() for part in path.parts}
    assert set(prepared.PACKAGES) <= packages
