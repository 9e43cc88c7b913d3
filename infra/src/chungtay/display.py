"""What a person sees: the table of processes, the addresses, the demo accounts."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

import httpx
import psutil
from rich.table import Table
from rich.text import Text

from chungtay.suite import GATEWAY, SERVICES
from chungtay.supervisor.control import Process
from chungtay.up import Running

COLOURS = {"RUNNING": "green", "STARTING": "yellow", "STOPPING": "yellow", "STOPPED": "dim"}
ACCOUNT_COLUMNS = ("account", "level", "name_vi", "name_en")
MEGABYTE = 1024 * 1024
NOTHING_WRONG: Mapping[str, str] = {}


def process_table(processes: Iterable[Process], conditions: Mapping[str, str] = NOTHING_WRONG) -> Table:
    """Lay out name, state, pid, uptime and memory (MB, children included), with the sum of memory.

    `conditions` tell of processes that only look as if they ran.
    """
    table = Table(box=None, pad_edge=False)
    for heading in ("process", "state", "pid", "uptime", "memory"):
        table.add_column(heading, justify="left" if heading in {"process", "state"} else "right")
    total = 0.0
    for process in sorted(processes, key=_place):
        memory = memory_of(process.pid) if process.runs else 0.0
        total += memory
        table.add_row(*_cells(process, memory, conditions.get(process.name)))
    table.add_row("all", "", "", "", f"{total:.0f} MB", style="bold")
    return table


def _place(process: Process) -> tuple[int, str]:
    """Order as events flow: broker, each service beside its relay, gateway."""
    service = process.name.removesuffix("-relay")
    if service in SERVICES:
        return SERVICES.index(service), process.name
    return (len(SERVICES) if process.name == GATEWAY else -1), process.name


def _cells(process: Process, memory: float, condition: str | None) -> list[str | Text]:
    wrong = Text(condition, style="red") if condition else None
    state = wrong or Text(process.state.lower(), style=COLOURS.get(process.state, "red"))
    if not process.runs:
        return [process.name, state, "", "", Text(process.note, style="dim")]
    return [process.name, state, str(process.pid), str(timedelta(seconds=process.uptime)), f"{memory:.0f} MB"]


def memory_of(pid: int) -> float:
    """Return the resident memory of a process and its children in MB; 0 when it is gone."""
    try:
        parent = psutil.Process(pid)
        family = [parent, *parent.children(recursive=True)]
        return sum(float(process.memory_info().rss) for process in family) / MEGABYTE
    except psutil.Error:
        return 0.0


def addresses(running: Running, logs: str) -> Table:
    """Lay out where to go."""
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_row("API", f"{running.url}/v1")
    table.add_row("documents", f"{running.url}/docs")
    table.add_row("duty board", f"{running.url}/v1/reporting/duties")
    table.add_row("broker", running.broker)
    table.add_row("logs", logs)
    return table


def accounts(url: str) -> Table | None:
    """Lay out the demo accounts that the gateway offers; None where it offers none."""
    try:
        answer = httpx.get(f"{url}/v1/session/accounts", timeout=5)
    except httpx.TransportError:
        return None
    items = answer.json()["items"] if answer.is_success else []
    if not items:
        return None
    table = Table(box=None, pad_edge=False)
    for column in ACCOUNT_COLUMNS:
        table.add_column(column, overflow="fold")
    for item in items:
        table.add_row(*(str(item[column]) for column in ACCOUNT_COLUMNS))
    return table
