import json
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from chungtay.cli import app
from chungtay.home import Home
from chungtay.operations.depths import Depth
from chungtay.supervisor.control import Process
from chungtay.up import Running, Suite
from support.paper_gateway import PaperGateway, refusal

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
    "journal": {
        "service": "funds",
        "complete_to": 900,
        "proved_at": "2026-11-25T01:00:00Z",
        "lacking": None,
        "taken_back": 0,
    },
    "refused": [],
    "failing": [
        {
            "seq": 7,
            "type": "campaigns.campaign_launched.v1",
            "cause": "OperationalError: ",
            "attempts": 3,
            "next_attempt_at": "2026-11-25T01:00:00Z",
        }
    ],
    "lag_milliseconds": 17,
    "audit_entries": 70,
    "what_a_newer_service_adds": True,
}
QUIET = {**STATUS, "service": "reporting", "inbox_oldest_seconds": None, "lag_milliseconds": None}


@pytest.fixture(autouse=True)
def running(paper: PaperGateway, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    gone = Process("funds", "services", "FATAL", 0, 0, "Exited too quickly")
    monkeypatch.setattr(
        "chungtay.operations.status.depths",
        lambda _url, _services: [Depth("funds", 20_000, 0), Depth("reporting", None, None)],
    )
    addresses = Running(url="http://paper", amqp_url="amqp://paper", broker="RabbitMQ of paper")
    monkeypatch.setattr("chungtay.supervisor.control.Supervisor.processes", lambda _: [gone])
    monkeypatch.setattr("chungtay.up.running", lambda _: Suite(Home.of(tmp_path), addresses))
    paper.answers = {"/v1/funds/status": STATUS, "/v1/reporting/status": QUIET}


def run(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, ["status", *words])


def test_status_shows_processes_and_what_waits_at_each_service() -> None:
    result = run()
    assert result.exit_code == 1, "a process is down"
    assert "chungtay: funds is fatal: Exited too quickly" in result.stderr
    lines = result.stdout.splitlines()
    assert next(line for line in lines if line.startswith("funds")).split()[1] == "fatal"
    row = next(line for line in lines if line.startswith("ban-vd-quy-tinh"))
    assert row.split() == [
        *("ban-vd-quy-tinh", "funds"),
        *("11", "0:01:02", "5", "1:01:40", "2", "3", "4", "0", "17", "ms"),
    ]
    quiet = next(line for line in lines if line.startswith("ubnd-tinh"))
    assert quiet.split() == ["ubnd-tinh", "reporting", "11", "0:01:02", "5", "2", "3", "4", "0"]
    waiting = [line.split() for line in lines if line.startswith("funds") and "20000" in line]
    assert waiting == [["funds", "20000", "0"]], "what waits for a stopped service is seen"
    failing = next(line for line in lines if "OperationalError" in line)
    assert failing.split()[-4:] == ["2026-11-25", "08:00:00", "7", "3"]


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
    monkeypatch.setattr("chungtay.operations.status.depths", lambda *_: [Depth("funds", 5, 1)])
    result = run()
    assert result.exit_code == 1
    assert "funds  " in result.stdout, "what the broker says is known without the gateway"
    assert "fatal" in result.stdout
    assert "the gateway at http://127.0.0.1:1 does not answer (ConnectError)" in result.stderr


def test_what_waits_for_a_decision_is_a_problem(paper: PaperGateway) -> None:
    journal = {**STATUS["journal"], "lacking": "forgotten", "taken_back": 58}
    paper.answers["/v1/funds/status"] = {**STATUS, "journal": journal}
    result = run()
    assert result.exit_code == 1
    assert "funds does nothing: 58 acts that it told are not in its database" in result.stderr
    assert "funds applies no events: the journal is forgotten" in result.stderr


def test_a_process_that_was_stopped_does_not_pass_for_running(monkeypatch: pytest.MonkeyPatch) -> None:
    sleeper = subprocess.Popen(["sleep", "60"])
    try:
        sleeper.send_signal(signal.SIGSTOP)
        os.waitpid(sleeper.pid, os.WUNTRACED)
        held = Process("funds", "services", "RUNNING", sleeper.pid, 60, "")
        monkeypatch.setattr("chungtay.supervisor.control.Supervisor.processes", lambda _: [held])
        result = run()
    finally:
        sleeper.kill()
        sleeper.wait()
    assert result.exit_code == 1
    assert f"funds (pid {sleeper.pid}) was stopped by a signal and does nothing" in result.stderr


def test_when_all_runs_the_exit_code_is_0(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Process("funds", "services", "RUNNING", os.getpid(), 60, "")
    monkeypatch.setattr("chungtay.supervisor.control.Supervisor.processes", lambda _: [here])
    assert run().exit_code == 0
