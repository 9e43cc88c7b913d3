"""What a log says of an error: where and of what kind, never a value."""

import logging

import pytest
import structlog
from pydantic import BaseModel, ValidationError
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from shared.database import Database
from shared.logs import configure_logs
from shared.settings import Settings
from shared.tables import answers, metadata
from shared.tracebacks import told

NAME = "Nguyễn Văn Mẫu"


class Counted(BaseModel):
    """A model that takes a number."""

    number: int


def fails(how: str) -> BaseException:
    """Return an error whose own words hold a name."""
    try:
        if how == "key":
            dict[str, str]()[NAME]
        if how == "pydantic":
            Counted.model_validate({"number": NAME})
        if how == "value":
            int(NAME)
        if how == "cause":
            try:
                int(NAME)
            except ValueError as error:
                raise RuntimeError(NAME) from error
        database = Database("sqlite://")
        metadata.create_all(database.engine)
        with database.transaction() as session:
            session.execute(insert(answers).values(body=NAME, key=NAME))
    except (KeyError, ValidationError, ValueError, RuntimeError, SQLAlchemyError) as error:
        return error
    raise AssertionError


@pytest.mark.parametrize("how", ["key", "pydantic", "value", "cause", "database"])
def test_a_value_is_nowhere_in_what_is_logged(how: str) -> None:
    error = fails(how)
    said = told(error)
    assert NAME not in said
    assert type(error).__name__ in said
    assert "in fails" in said


def test_the_database_s_own_error_hides_its_parameters() -> None:
    error = fails("database")
    assert isinstance(error, IntegrityError)
    assert NAME not in str(error)


def test_a_cause_is_told_before_what_it_led_to() -> None:
    first, last = told(fails("cause")).split("\nwhich led to:\n")
    assert (first.splitlines()[-1], last.splitlines()[-1]) == ("builtins.ValueError", "builtins.RuntimeError")


def test_what_speaks_of_programs_keeps_its_words() -> None:
    assert told(TypeError("two arguments wanted")).endswith("TypeError: two arguments wanted")
    assert told(OSError(2, "No such file", NAME)).endswith("FileNotFoundError: No such file")


def test_the_log_is_written_so(capsys: pytest.CaptureFixture[str]) -> None:
    handlers = logging.getLogger().handlers[:]
    try:
        configure_logs(Settings(log_format="json"), "test")
        for log in (structlog.get_logger(), logging.getLogger("library")):
            try:
                int(NAME)
            except ValueError:
                log.exception("failed")
    finally:
        logging.getLogger().handlers[:] = handlers
        structlog.reset_defaults()
    lines = capsys.readouterr().out.splitlines()
    assert [("ValueError" in line, NAME in line) for line in lines] == [(True, False)] * 2
