"""The whole suite under its supervisor: a killed process comes back, and status tells the truth."""

import httpx
import psutil
import pytest
from typer.testing import CliRunner

from chungtay.cli import app
from chungtay.suite import GATEWAY, SERVICES
from chungtay.supervisor.control import Process
from chungtay.up import Suite
from chungtay.waiting import wait_until

SECONDS_TO_COME_BACK = 30
NAMES = ["rabbitmq", GATEWAY, *SERVICES, *(f"{service}-relay" for service in SERVICES)]


def process(suite: Suite, name: str) -> Process:
    return next(process for process in suite.supervisor.processes() if process.name == name)


def runs_again(suite: Suite, name: str, killed: int) -> bool:
    now = process(suite, name)
    return now.runs and now.pid != killed


def public_board_answers(suite: Suite) -> bool:
    try:
        return httpx.get(f"{suite.url}/v1/reporting/duties", timeout=10).is_success
    except httpx.TransportError:
        return False


@pytest.mark.parametrize("name", [GATEWAY, "reporting", "reporting-relay", "funds"])
def test_a_killed_process_comes_back(suite: Suite, name: str) -> None:
    killed = process(suite, name).pid
    psutil.Process(killed).kill()
    assert wait_until(lambda: runs_again(suite, name, killed), seconds=SECONDS_TO_COME_BACK)
    assert wait_until(lambda: public_board_answers(suite), seconds=SECONDS_TO_COME_BACK)


def test_status_names_every_process_with_its_memory(suite: Suite) -> None:
    def shown() -> str:
        return CliRunner().invoke(app, ["status", "--var-dir", str(suite.home.var)]).output

    assert wait_until(lambda: "answers nothing" not in shown(), seconds=30), "who was killed answers again"
    text = shown()
    processes = text.split("\n\n")[0]  # below stand the queues, by the same names
    lines = {line.split()[0]: line for line in processes.splitlines() if line.strip()}
    for name in NAMES:
        assert "running" in lines[name]
        assert str(process(suite, name).pid) in lines[name]
        assert lines[name].endswith("MB")
    assert suite.url in text
