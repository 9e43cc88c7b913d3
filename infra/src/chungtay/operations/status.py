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
# A relay that has just begun may have to wait for the lease of the one before.
RELAY_SECONDS = 15


@dataclass
class Situation:
    """All that could be found out; `problems` say what could not, what is down, what waits for a decision."""

    processes: list[Process]
    running: up.Suite | None
    heard: Statuses = field(default_factory=list)
    silent: list[Unanswered] = field(default_factory=list)
    conditions: dict[str, str] = field(default_factory=dict)
    queues: list[Depth] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def show_status(home: Home, url: str | None = None, *, as_json: bool, wide: bool = False) -> None:
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
        _show(found, str(home.logs), wide=wide)
    for problem in found.problems:
        complain(problem)
    if found.problems:
        raise typer.Exit(1)


def statuses(operator: Operator) -> tuple[Statuses, list[Unanswered]]:
    """Ask every service how its outbox and inbox stand. Raises Unanswered where the gateway is away."""
    return from_each(operator.services(), lambda service: operator.ask(service, "/status", StatusAnswer))


def _found(processes: list[Process], running: up.Suite | None, url: str | None) -> Situation:
    found = Situation(processes, running)
    gateway = url or (running.url if running else None)
    broker = running.running.amqp_url if running else os.environ.get("AMQP_URL")
    if gateway is None:
        found.problems.append(Problem("the suite did not come up whole"))
    else:
        found.heard, found.silent = _or_problem(found, lambda: _ask(gateway)) or ([], [])
    if broker:
        found.queues = _or_problem(found, lambda: depths(broker, _names(found))) or []
    found.conditions = dict(_conditions(found))
    found.problems = [*map(Problem, _down(found)), *found.silent, *found.problems]
    found.problems += map(Problem, _untaken(found.queues))
    found.problems += map(Problem, (line for each in found.heard for line in _standing_still(*each)))
    return found


def _names(found: Situation) -> list[str]:
    """The services that the gateway knows, in its order; where it is away, those of the suite."""
    known = [service.name for service, _ in found.heard] + [each.service for each in found.silent]
    return [*dict.fromkeys([*suite.SERVICES, *known])] if found.running or not known else known


def _or_problem(found: Situation, ask: Callable[[], T]) -> T | None:
    try:
        return ask()
    except Problem as problem:
        found.problems.append(problem)
        return None


def _ask(url: str) -> tuple[Statuses, list[Unanswered]]:
    with operator_at(url, os.environ.get("CHUNGTAY_TOKEN")) as operator:
        return statuses(operator)


def _conditions(found: Situation) -> Iterator[tuple[str, str]]:
    """Name processes that only look as if they ran, each with what is wrong with it."""
    still = {each.service for each in found.silent if each.silent}
    lazy = {f"{service.name}-relay" for service, status in found.heard if not status.relay_works}
    for each in filter(lambda process: process.runs, found.processes):
        if _is_stopped(each.pid):
            yield each.name, "stopped by a signal"
        elif each.name in still:
            yield each.name, "answers nothing"
        elif each.name in lazy and each.uptime > RELAY_SECONDS:
            yield each.name, "publishes nothing"


def _down(found: Situation) -> Iterator[str]:
    """Name processes that do not run, those that only look as if they did, and relays that are nowhere."""
    for each in found.processes:
        if not each.runs:
            yield f"{each.name} is {each.state.lower()}" + (f": {each.note}" if each.note else "")
        elif each.name in found.conditions:
            yield f"{each.name} (pid {each.pid}) runs and is down: {found.conditions[each.name]}"
    here = {each.name for each in found.processes}
    for service, status in found.heard:
        if not status.relay_works and f"{service.name}-relay" not in here:
            yield f"no relay publishes what {service.name} tells"


def _untaken(queues: list[Depth]) -> Iterator[str]:
    """Name queues that are lacking, and those from which nobody takes."""
    for each in queues:
        if each.waiting is None:
            yield f"{each.service} has no queue for its events"
        elif not each.takers:
            yield f"nobody takes from the queue of {each.service}, where {each.waiting} events wait"


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


def _standings(found: Situation) -> list[views.Standing]:
    """Put together what each service says and what waits for it, whether it answers or not."""
    agencies = {service.name: service.agency for service, _ in found.heard}
    heard = {service.name: status for service, status in found.heard}
    waiting = {each.service: each for each in found.queues}
    return [
        views.Standing(name, agencies.get(name, ""), heard.get(name), waiting.get(name))
        for name in dict.fromkeys([*waiting, *heard])
    ]


def _show(found: Situation, logs: str, *, wide: bool) -> None:
    standings = _standings(found)
    for table in (
        display.process_table(found.processes, found.conditions) if found.processes else None,
        views.status_table(standings, wide=wide) if standings else None,
    ):
        if table:
            console.print(table)
            console.print()
    lines = list(views.failing_lines(found.heard))
    for line in lines:
        console.print(line, overflow="fold")
    if lines:
        console.print()
    if found.running:
        console.print(display.addresses(found.running.running, logs))


def _document(found: Situation) -> dict[str, object]:
    return {
        "processes": [
            {
                "name": each.name,
                "state": found.conditions.get(each.name, each.state.lower()),
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
