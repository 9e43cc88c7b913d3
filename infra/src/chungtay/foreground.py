"""`chungtay up` in the foreground: show what runs until the user, or another terminal, stops it."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.live import Live

from chungtay.display import process_table
from chungtay.supervisor.control import Process, Supervisor
from chungtay.up import Suite

SECONDS_BETWEEN_LOOKS = 2


@contextmanager
def stoppable() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into KeyboardInterrupt, as Ctrl-C does, so that one path cleans up."""
    kept = {
        number: signal.signal(number, signal.default_int_handler)
        for number in (signal.SIGTERM, signal.SIGHUP)
    }
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


def watch(suite: Suite, console: Console) -> None:
    """Show the processes until supervisord ends or KeyboardInterrupt arrives.

    A terminal gets a live table; a log file gets one line for each change of state or process.
    """
    if console.is_terminal:
        _watch_live(suite.supervisor, console)
    else:
        _watch_lines(suite.supervisor, console)


def _watch_live(supervisor: Supervisor, console: Console) -> None:
    with Live(console=console, auto_refresh=False) as live:
        for processes in _looks(supervisor):
            live.update(process_table(processes), refresh=True)


def _watch_lines(supervisor: Supervisor, console: Console) -> None:
    before: dict[str, tuple[str, int]] = {}
    for processes in _looks(supervisor):
        now = {process.name: (process.state, process.pid) for process in processes}
        for name, (state, pid) in now.items():
            if before.get(name) != (state, pid):
                console.print(f"{name}: {state.lower()} pid {pid}")
        before = now


def _looks(supervisor: Supervisor) -> Iterator[list[Process]]:
    pause = threading.Event()
    while processes := supervisor.processes():
        yield processes
        pause.wait(SECONDS_BETWEEN_LOOKS)
