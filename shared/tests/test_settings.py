from pathlib import Path

import pytest
from pydantic import ValidationError

from shared.settings import Settings


def test_a_setting_is_read_from_the_variable_of_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VAR_DIR", "/srv/funds")
    monkeypatch.setenv("MAX_WORKERS", "3")
    monkeypatch.setenv("AMQP_URL", "amqp://x:secret@broker/")
    found = Settings()
    assert (found.var_dir, found.max_workers) == (Path("/srv/funds"), 3)
    assert found.amqp_url.get_secret_value() == "amqp://x:secret@broker/"
    assert "secret" not in repr(found)


def test_what_is_given_wins_and_what_is_nowhere_has_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEYS_DIR", "/elsewhere")
    monkeypatch.delenv("LOG_LEVEL", raising=False)
    found = Settings(keys_dir=Path("/given"))
    assert (found.keys_dir, found.log_level) == (Path("/given"), "INFO")


@pytest.mark.parametrize(
    ("name", "value"), [("MAX_WORKERS", "0"), ("INBOX_QUEUE", "lazy"), ("MAX_WORKERS", "x")]
)
def test_a_wrong_setting_is_refused_by_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError, match=name.lower()):
        Settings()


def test_the_name_of_the_service_may_stand_in_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:////srv/{service}.db")
    assert Settings().database_address("funds") == "sqlite:////srv/funds.db"
