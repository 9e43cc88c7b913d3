from pathlib import Path

import pytest
from typer.testing import CliRunner

from chungtay.cli import app
from chungtay.home import Home

runner = CliRunner()


def test_help_shows_the_commands_in_the_order_of_use() -> None:
    text = runner.invoke(app, ["--help"]).output
    places = [text.index(f"│ {name} ") for name in ("up", "down", "status", "clean", "duties")]
    assert places == sorted(places)


def test_status_of_nothing(tmp_path: Path) -> None:
    result = runner.invoke(app, ["status", "--var-dir", str(tmp_path)])
    assert result.exit_code == 1
    assert "nothing runs from" in result.output


def test_clean_forgets(tmp_path: Path) -> None:
    home = Home.of(tmp_path)
    home.make()
    (home.data / "funds.db").touch()
    result = runner.invoke(app, ["clean", "--var-dir", str(tmp_path)])
    assert result.exit_code == 0
    assert not home.data.exists()


def test_clean_refuses_while_the_suite_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chungtay.cli.Supervisor.answers", lambda _: True)
    (tmp_path / "data").mkdir()
    result = runner.invoke(app, ["clean", "--var-dir", str(tmp_path)])
    assert result.exit_code == 1
    assert "stop it first" in result.output
    assert (tmp_path / "data").exists()


def test_a_problem_is_one_line_without_a_traceback(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AMQP_URL", "nonsense")
    result = runner.invoke(app, ["up", "--var-dir", str(tmp_path)])
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "chungtay: AMQP_URL must be an address like amqp://user:password@host:5672/"
    ]
