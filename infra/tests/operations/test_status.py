import json
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pika.exceptions import ChannelClosedByBroker, ProbableAuthenticationError
from typer.testing import CliRunner, Result

from chungtay.cli import app
from chungtay.home import Home
from chungtay.operations.depths import Depth
from chungtay.problems import Problem
from chungtay.supervisor.control import Process
from chungtay.up import Running, Suite
from shared.bus.words import words_of
from support.paper_gateway import PaperGateway, refusal

STATUS: dict[str, Any] = {
    "service": "funds",
    "outbox_waiting": 11,
    "outbox_oldest_seconds": 62,
    "relay_works": True,
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
    "refused": [{"key": "asg_1", "type": "funds.x.v1", "cause": "returned", "since": "2026-11-25T01:00:00Z"}],
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
AWAY = "the broker does not say what waits"
QUIET = {**STATUS, "service": "reporting", "inbox_oldest_seconds": None, "lag_milliseconds": None}


@pytest.fixture(autouse=True)
def running(paper: PaperGateway, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    gone = Process("funds", "services", "FATAL", 0, 0, "Exited too quickly")
    monkeypatch.setattr(
        "chungtay.operations.status.depths",
        lambda _url, _services: [Depth("funds", 20_000, 1), Depth("reporting", 0, 1)],
    )
    addresses = Running(url="http://paper", amqp_url="amqp://paper", broker="RabbitMQ of paper")
    monkeypatch.setattr("chungtay.supervisor.control.Supervisor.processes", lambda _: [gone])
    monkeypatch.setattr("chungtay.up.running", lambda _: Suite(Home.of(tmp_path), addresses))
    paper.answers = {"/v1/funds/status": STATUS, "/v1/reporting/status": QUIET}


def run(*words: str, columns: int = 80) -> Result:
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(app, ["status", *words])


def waiting(monkeypatch: pytest.MonkeyPatch, *queues: Depth) -> None:
    monkeypatch.setattr("chungtay.operations.status.depths", lambda _url, _services: list(queues))


def runs(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Let processes run, each of which is this one."""
    here = [Process(name, "services", "RUNNING", os.getpid(), 60, "") for name in names]
    monkeypatch.setattr("chungtay.supervisor.control.Supervisor.processes", lambda _: here)


def test_status_shows_processes_and_what_waits_at_each_service() -> None:
    result = run()
    assert result.exit_code == 1, "a process is down"
    assert "chungtay: funds is fatal: Exited too quickly" in result.stderr
    lines = result.stdout.splitlines()
    assert next(line for line in lines if line.startswith("funds")).split()[1] == "fatal"
    heading = next(line for line in lines if line.startswith("service"))
    assert heading.split() == [
        *("service", "queue", "inbox", "outbox", "oldest", "retry", "parked", "held", "unread", "lag")
    ]
    rows = [line.split() for line in lines if line.startswith(("funds ", "reporting "))][1:]
    assert rows == [
        ["funds", "20000", "5", "11", "61", "min", "2", "3", "4", "0", "17", "ms"],
        ["reporting", "0", "5", "11", "62", "s", "2", "3", "4", "0"],
    ]
    told = " ".join(result.stdout.split())
    assert (
        "funds: number 7, campaigns.campaign_launched.v1, failed 3 times, "
        "next try 2026-11-25 08:00:00: OperationalError"
    ) in told
    assert "the broker takes no events of asg_1 since 2026-11-25 08:00:00: funds.x.v1 was returned" in told


def test_at_80_columns_no_heading_is_broken_and_nothing_is_cut() -> None:
    lines = run().stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert "\N{HORIZONTAL ELLIPSIS}" not in "".join(lines)


def test_wide_shows_all() -> None:
    lines = run("--wide", columns=160).stdout.splitlines()
    assert "takers" in next(line for line in lines if line.startswith("agency"))
    row = next(line.split() for line in lines if line.startswith("ban-vd-quy-tinh"))
    assert row[:4] == ["ban-vd-quy-tinh", "funds", "20000", "1"]
    assert row[-2:] == ["900", "70"]


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
    assert f"funds (pid {sleeper.pid}) runs and is down: stopped by a signal" in result.stderr
    assert "stopped by a signal" in result.stdout


def test_when_all_runs_the_exit_code_is_0(monkeypatch: pytest.MonkeyPatch) -> None:
    runs(monkeypatch, "funds", "funds-relay")
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_process_that_hangs_does_not_pass_for_running(
    paper: PaperGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs(monkeypatch, "funds", "reporting")
    paper.answers["/v1/funds/status"] = refusal(
        503, "Quỹ does not answer", type="/problems/service-unavailable"
    )
    result = run("--json")
    assert result.exit_code == 1
    states = {each["name"]: each["state"] for each in json.loads(result.stdout)["processes"]}
    assert states == {"funds": "answers nothing", "reporting": "running"}
    assert f"funds (pid {os.getpid()}) runs and is down: answers nothing" in result.stderr


def test_who_refuses_to_say_does_not_hang(paper: PaperGateway, monkeypatch: pytest.MonkeyPatch) -> None:
    runs(monkeypatch, "funds")
    paper.answers["/v1/funds/status"] = refusal(403, "Only the agency that owns the service may do this")
    assert json.loads(run("--json").stdout)["processes"][0]["state"] == "running"


def test_a_relay_that_hangs_does_not_pass_for_running(
    paper: PaperGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs(monkeypatch, "funds", "funds-relay", "reporting")
    paper.answers["/v1/funds/status"] = {**STATUS, "relay_works": False}
    paper.answers["/v1/reporting/status"] = {**QUIET, "relay_works": False}
    result = run()
    assert result.exit_code == 1
    assert "funds-relay (pid" in result.stderr
    assert "runs and is down: publishes nothing" in result.stderr
    assert "no relay publishes what reporting tells" in result.stderr


def test_what_waits_for_a_stopped_service_is_seen(
    paper: PaperGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs(monkeypatch, "reporting")
    waiting(monkeypatch, Depth("funds", 20_000, 0), Depth("reporting", None, None))
    paper.answers["/v1/funds/status"] = refusal(
        503, "Quỹ does not answer", type="/problems/service-unavailable"
    )
    result = run()
    assert result.exit_code == 1
    row = next(line.split() for line in result.stdout.splitlines() if line.startswith("funds "))
    assert row[:3] == ["funds", "20000", "?"]
    assert "nobody takes from the queue of funds, where 20000 events wait" in result.stderr
    assert "reporting has no queue for its events" in result.stderr


def test_without_the_broker_what_the_services_know_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> list[Depth]:
        raise Problem(AWAY)

    runs(monkeypatch, "funds", "reporting")
    monkeypatch.setattr("chungtay.operations.status.depths", away)
    result = run()
    assert result.exit_code == 1
    assert AWAY in result.stderr
    row = next(
        line.split() for line in result.stdout.splitlines() if line.startswith("funds ") and "?" in line
    )
    assert row[:4] == ["funds", "?", "5", "11"]


def test_the_broker_is_quoted() -> None:
    refused = ChannelClosedByBroker(
        403, "ACCESS_REFUSED - access to queue 'funds.inbox' in vhost '/' refused"
    )
    assert words_of(refused) == "ACCESS_REFUSED - access to queue 'funds.inbox' in vhost '/' refused"
    login = ProbableAuthenticationError(
        "ConnectionClosedByBroker: (403) 'ACCESS_REFUSED - Login was refused'"
    )
    assert words_of(login) == "ACCESS_REFUSED - Login was refused"
    assert words_of(ConnectionRefusedError(111, "refused")) == "ConnectionRefusedError"
