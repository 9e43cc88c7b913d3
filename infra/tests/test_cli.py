import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from chungtay.cli import app
from chungtay.home import Home
from chungtay.late_commands import LATE
from chungtay.problems import Problem

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


@pytest.mark.parametrize(
    ("set_to", "given", "wanted"), [(None, [], 8075), ("8090", [], 8090), ("8090", ["--port", "8091"], 8091)]
)
def test_a_start_wants_the_port_that_is_given_or_set(
    set_to: str | None, given: list[str], wanted: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def start(_home: Home, *, port: int, **_: object) -> None:
        message = f"port {port}"
        raise Problem(message)

    monkeypatch.delenv("GATEWAY_PORT", raising=False)
    if set_to:
        monkeypatch.setenv("GATEWAY_PORT", set_to)
    monkeypatch.setattr("chungtay.up.start", start)
    result = runner.invoke(app, ["up", *given, "--var-dir", str(tmp_path)])
    assert result.output.splitlines()[-1] == f"chungtay: port {wanted}"


def test_a_start_loads_no_command_that_it_does_not_need() -> None:
    say = "import sys, chungtay.cli; print(*sys.modules, sep='\\n')"
    loaded = subprocess.run([sys.executable, "-c", say], check=True, capture_output=True, text=True).stdout
    late = {each.partition(":")[0] for each in LATE.values()}
    assert "chungtay.up" in loaded.split()
    assert late.isdisjoint(loaded.split())
    assert "sqlalchemy" not in loaded.split()


@pytest.mark.parametrize("name", LATE)
def test_a_late_command_is_there_when_it_is_asked_for(name: str) -> None:
    result = runner.invoke(app, [name, "--help"])
    assert result.exit_code == 0
    assert f"chungtay {name}" in result.output.replace("root", "chungtay")
    assert "completion" not in result.output
