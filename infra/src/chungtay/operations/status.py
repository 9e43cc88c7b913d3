"""`chungtay status`: the processes of this machine, and what waits at each service."""

import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from typing import TypeVar

import psutil
import typer

from chungtay import display, suite, up
from chungtay.home import Home
from chungtay.operations import views
from chungtay.operations.client import Operator, Service, Unanswered, from_each, operator_at
from chungtay.operations.depths import Depth, depths
from chungtay.problems import Problem
from chungtay.supervisor.control import Process, Supervisor
from chungtay.terminal import complain, console, print_json
from shared.operations.messages import StatusAnswer

Statuses = list[tuple[Service, StatusAnswer]]
T = TypeVar("T")


@dataclass
class Situation:
    """All that could be found out; `problems` say what could not, what is down, what waits for a decision."""

    processes: list[Process]
    running: up.Suite | None
    heard: Statuses = field(default_factory=list)
    queues: list[Depth] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def show_status(home: Home, url: str | None = None, *, as_json: bool) -> None:
    """Show processes, services and queues; exit with 1 where anything is down. Raises Problem if all is.

    With the `url` of a gateway its services are shown; their processes are on other machines.
    """
    processes = Supervisor(home).processes()
    if not (processes or url):
        message = f"nothing runs from {home.var}"
        raise Problem(message)
    found = _found(processes, None if url else up.running(home), url)
    if as_json:
        print_json(_document(found))
    else:
        _show(found, str(home.logs))
    for problem in found.problems:
        complain(problem)
    if found.problems:
        raise typer.Exit(1)


def statuses(operator: Operator) -> tuple[Statuses, list[Unanswered]]:
    """Ask every service how its outbox and inbox stand. Raises Unanswered where the gateway is away."""
    return from_each(operator.services(), lambda service: operator.ask(service, "/status", StatusAnswer))


def _found(processes: list[Process], running: up.Suite | None, url: str | None) -> Situation:
    found = Situation(processes, running, problems=list(map(Problem, _down(processes))))
    gateway = url or (running.url if running else None)
    broker = running.running.amqp_url if running else os.environ.get("AMQP_URL")
    if gateway is None:
        found.problems.append(Problem("the suite did not come up whole"))
        return found
    asked = _or_problem(found, lambda: _ask(gateway))
    found.heard = asked[0] if asked else []
    found.problems += asked[1] if asked else []
    if broker:
        found.queues = _or_problem(found, lambda: depths(broker, suite.SERVICES)) or []
    found.problems += map(Problem, (line for each in found.heard for line in _standing_still(*each)))
    return found


def _or_problem(found: Situation, ask: Callable[[], T]) -> T | None:
    try:
        return ask()
    except Problem as problem:
        found.problems.append(problem)
        return None


def _ask(url: str) -> tuple[Statuses, list[Unanswered]]:
    with operator_at(url, os.environ.get("CHUNGTAY_TOKEN")) as operator:
        return statuses(operator)


def _down(processes: list[Process]) -> Iterator[str]:
    """Name processes that do not run, and those that only look as if they did."""
    for each in processes:
        if not each.runs:
            yield f"{each.name} is {each.state.lower()}" + (f": {each.note}" if each.note else "")
        elif _is_stopped(each.pid):
            yield f"{each.name} (pid {each.pid}) was stopped by a signal and does nothing"


def _is_stopped(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_STOPPED)
    except psutil.Error:
        return False


def _standing_still(service: Service, status: StatusAnswer) -> Iterator[str]:
    """Say what waits for an operator's decision before it goes on."""
    journal = status.journal
    if journal.taken_back:
        yield (
            f"{service.name} does nothing: {journal.taken_back} acts that it told are not in its database; "
            f"see `chungtay outbox lost {service.name}`"
        )
    if journal.lacking:
        yield (
            f"{service.name} applies no events: the journal is {journal.lacking}; "
            f"see `chungtay events accept-loss {service.name}`"
        )


def _show(found: Situation, logs: str) -> None:
    for table in (
        display.process_table(found.processes) if found.processes else None,
        views.status_table(found.heard) if found.heard else None,
        views.queue_table(found.queues) if found.queues else None,
        views.refused_table(found.heard),
        views.failing_table(found.heard),
        display.addresses(found.running.running, logs) if found.running else None,
    ):
        if table:
            console.print(table)
            console.print()


def _document(found: Situation) -> dict[str, object]:
    return {
        "processes": [
            {
                "name": each.name,
                "state": each.state.lower(),
                "pid": each.pid,
                "uptime_seconds": each.uptime,
                "memory_mb": round(display.memory_of(each.pid)) if each.runs else 0,
            }
            for each in found.processes
        ],
        "services": [{"agency": service.agency, **status.model_dump()} for service, status in found.heard],
        "queues": [asdict(each) for each in found.queues],
        "unanswered": [str(each) for each in found.problems if isinstance(each, Unanswered)],
        "problems": [str(each) for each in found.problems],
    }
