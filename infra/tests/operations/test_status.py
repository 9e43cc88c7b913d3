import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from chungtay.cli import app
from chungtay.home import Home
from chungtay.operations.testing import PaperGateway, refusal
from chungtay.supervisor.control import Process
from chungtay.up import Running, Suite

STATUS: dict[str, Any] = {
    "service": "funds",
    "outbox_waiting": 11,
    "outbox_oldest_seconds": 62,
    "inbox_waiting": 5,
    "inbox_oldest_seconds": 3700,
    "retrying": 2,
    "parked": 3,
    "held": 4,
    "unread_calls": 0,
    "applied": 900,
    "lag_milliseconds": 17,
    "audit_entries": 70,
    "what_a_newer_service_adds": True,
}
QUIET = {**STATUS, "service": "reporting", "inbox_oldest_seconds": None, "lag_milliseconds": None}


@pytest.fixture(autouse=True)
def running(paper: PaperGateway, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    gone = Process("funds", "services", "FATAL", 0, 0, "Exited too quickly")
    addresses = Running(url="http://paper", amqp_url="amqp://paper", broker="RabbitMQ of paper")
    monkeypatch.setattr("chungtay.supervisor.control.Supervisor.processes", lambda _: [gone])
    monkeypatch.setattr("chungtay.up.running", lambda _: Suite(Home.of(tmp_path), addresses))
    paper.answers = {"/v1/funds/status": STATUS, "/v1/reporting/status": QUIET}


def run(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, ["status", *words])


def test_status_shows_processes_and_what_waits_at_each_service() -> None:
    result = run()
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert next(line for line in lines if line.startswith("funds")).split()[1] == "fatal"
    row = next(line for line in lines if line.startswith("ban-vd-quy-tinh"))
    assert row.split() == [
        *("ban-vd-quy-tinh", "funds"),
        *("11", "0:01:02", "5", "1:01:40", "2", "3", "4", "0", "17", "ms"),
    ]
    quiet = next(line for line in lines if line.startswith("ubnd-tinh"))
    assert quiet.split() == ["ubnd-tinh", "reporting", "11", "0:01:02", "5", "2", "3", "4", "0"]


def test_status_as_json() -> None:
    found = json.loads(run("--json").stdout)
    assert found["processes"][0]["state"] == "fatal"
    assert [(each["agency"], each["parked"], each["lag_milliseconds"]) for each in found["services"]] == [
        ("ban-vd-quy-tinh", 3, 17),
        ("ubnd-tinh", 3, None),
    ]
    assert found["unanswered"] == []


def test_a_service_that_is_down_is_named_and_the_rest_is_shown(paper: PaperGateway) -> None:
    paper.answers["/v1/funds/status"] = refusal(503, "The Mobilisation Board's service does not answer")
    result = run("--json")
    found = json.loads(result.stdout)
    assert [each["service"] for each in found["services"]] == ["reporting"]
    assert found["unanswered"] == ["funds: The Mobilisation Board's service does not answer"]
    assert "funds: The Mobilisation Board's service" in result.stderr


def test_without_a_gateway_the_processes_are_still_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    gone = Process("gateway", "gateway", "FATAL", 0, 0, "Exited too quickly")
    away = Running(url="http://127.0.0.1:1", amqp_url="amqp://paper", broker="RabbitMQ of paper")
    monkeypatch.setattr("chungtay.supervisor.control.Supervisor.processes", lambda _: [gone])
    monkeypatch.setattr("chungtay.up.running", lambda home: Suite(home, away))
    result = run()
    assert result.exit_code == 0
    assert "fatal" in result.stdout
    assert "the gateway at http://127.0.0.1:1 does not answer (ConnectError)" in result.stderr
