"""`chungtay status`: the processes of this machine, and what waits at each service."""

import os

from chungtay import display, up
from chungtay.home import Home
from chungtay.operations import views
from chungtay.operations.client import Operator, Service, Unanswered, from_each, operator_at
from chungtay.problems import Problem
from chungtay.supervisor.control import Process, Supervisor
from chungtay.terminal import complain, console, print_json
from shared.operations.messages import StatusAnswer

Statuses = list[tuple[Service, StatusAnswer]]


def show_status(home: Home, url: str | None = None, *, as_json: bool) -> None:
    """Show processes and services, and say who did not answer. Raises Problem when nothing runs.

    With the `url` of a gateway its services are shown; their processes are on other machines.
    """
    processes = Supervisor(home).processes()
    if not (processes or url):
        message = f"nothing runs from {home.var}"
        raise Problem(message)
    suite = None if url else up.running(home)
    asked = url or (suite and suite.url)
    heard, silent = _ask(asked) if asked else ([], [])
    if as_json:
        print_json(_document(processes, heard, silent))
    else:
        _show(processes, suite, heard, str(home.logs))
    for problem in silent:
        complain(problem)


def statuses(operator: Operator) -> tuple[Statuses, list[Unanswered]]:
    """Ask every service how its outbox and inbox stand. Raises Unanswered where the gateway is away."""
    return from_each(operator.services(), lambda service: operator.ask(service, "/status", StatusAnswer))


def _ask(url: str) -> tuple[Statuses, list[Unanswered]]:
    try:
        with operator_at(url, os.environ.get("CHUNGTAY_TOKEN")) as operator:
            return statuses(operator)
    except Unanswered as away:
        return [], [away]


def _show(processes: list[Process], suite: up.Suite | None, heard: Statuses, logs: str) -> None:
    if processes:
        console.print(display.process_table(processes))
    if heard:
        console.print()
        console.print(views.status_table(heard))
    if suite:
        console.print()
        console.print(display.addresses(suite.running, logs))


def _document(processes: list[Process], heard: Statuses, silent: list[Unanswered]) -> dict[str, object]:
    return {
        "processes": [
            {
                "name": each.name,
                "state": each.state.lower(),
                "pid": each.pid,
                "uptime_seconds": each.uptime,
                "memory_mb": round(display.memory_of(each.pid)) if each.runs else 0,
            }
            for each in processes
        ],
        "services": [{"agency": service.agency, **status.model_dump()} for service, status in heard],
        "unanswered": [str(each) for each in silent],
    }
