from dataclasses import asdict
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from shared.bus.relay_settings import RelaySettings
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


ADDRESS = "sqlite:////srv/{service}.db"


@pytest.mark.parametrize(
    "environment",
    [{}, {"VAR_DIR": "/srv", "LOG_LEVEL": "DEBUG", "DATABASE_URL": ADDRESS, "DATABASE_LOCK_SECONDS": "3"}],
)
def test_a_relay_reads_the_same_as_every_other_process(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    names = list(asdict(RelaySettings()))
    for name in names:
        monkeypatch.delenv(name.upper(), raising=False)
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    read, whole = RelaySettings.of_environment(), Settings()
    assert asdict(read) == {name: plain(getattr(whole, name)) for name in names}
    assert read.database_address("funds") == whole.database_address("funds")
    assert read.session_limits == whole.session_limits


def plain(value: object) -> str:
    """Return a setting as the environment has it."""
    return value.get_secret_value() if isinstance(value, SecretStr) else str(value)


def test_a_relay_refuses_a_form_of_logs_that_there_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_FORMAT", "prose")
    with pytest.raises(ValueError, match="LOG_FORMAT"):
        RelaySettings.of_environment()


def test_a_relay_shows_no_password() -> None:
    assert "secret" not in repr(RelaySettings(amqp_url="amqp://x:secret@h/", database_url="secret"))
