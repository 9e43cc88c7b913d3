"""Starting supervisord, asking it, and stopping it."""

import http.client
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from xmlrpc.client import Fault, ServerProxy

import psutil
from supervisor.xmlrpc import Faults, SupervisorTransport

from chungtay.home import Home
from chungtay.problems import Problem
from chungtay.supervisor import configuration
from chungtay.supervisor.program import Program
from chungtay.waiting import wait_until

# Who has one of these in its environment was started by a suite: by its supervisor, or to prepare services.
SUPERVISED, PREPARES = "SUPERVISOR_PROCESS_NAME", "CHUNGTAY_PREPARES"
UNREACHABLE = (OSError, http.client.HTTPException)


@dataclass(frozen=True)
class Process:
    """What supervisord says of one program. `uptime` is in seconds, 0 unless it runs."""

    name: str
    group: str
    state: str
    pid: int
    uptime: int
    note: str

    @property
    def runs(self) -> bool:
        """It has stayed up long enough to be believed."""
        return self.state == "RUNNING"


@dataclass(frozen=True)
class Supervisor:
    """The supervisor of one home."""

    home: Home

    def launch(self, programs: Iterable[Program], environment: Mapping[str, str]) -> None:
        """Start supervisord with these programs, all still stopped. Raises Problem.

        It gets a session of its own, so that Ctrl-C in the terminal reaches only the command, which
        then stops everything in order.
        """
        end_leftovers(self.home)
        configuration.write(self.home, list(programs))
        command = [
            sys.executable,
            "-m",
            "supervisor.supervisord",
            "-c",
            str(self.home.run / "supervisord.conf"),
        ]
        with (self.home.logs / "supervisor.out").open("ab") as out:
            daemon = subprocess.Popen(
                command,
                env=dict(environment),
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
            )
        if (
            not wait_until(lambda: self.answers() or daemon.poll() is not None, seconds=20)
            or not self.answers()
        ):
            message = f"The supervisor did not start; see {self.home.logs / 'supervisor.out'}"
            raise Problem(message)

    def answers(self) -> bool:
        """Say whether this home's supervisord runs, be it on its way down."""
        try:
            self._api().getState()
        except UNREACHABLE:
            return False
        except Fault as fault:
            return _is_shutting_down(fault)
        return True

    def processes(self) -> list[Process]:
        """Return every program; none when supervisord does not run or is on its way down."""
        try:
            return [_process(info) for info in self._api().getAllProcessInfo()]
        except UNREACHABLE:
            return []
        except Fault as fault:
            if not _is_shutting_down(fault):
                raise
            return []

    def start(self, *groups: str) -> None:
        """Start the programs of groups, one group after the other, without waiting for them."""
        for group in groups:
            self._api().startProcessGroup(group, False)  # noqa: FBT003 - XML-RPC has positions only

    def shut_down(self, *, seconds: float = 90) -> None:
        """Stop all programs in order, then supervisord; end what it may have lost sight of."""
        with suppress(*UNREACHABLE, Fault):  # it is gone, or already on its way down
            self._api().shutdown()
        wait_until(lambda: not self.answers(), seconds=seconds)
        end_leftovers(self.home)

    def _api(self) -> Any:
        transport = SupervisorTransport(None, None, f"unix://{self.home.socket}")
        return ServerProxy("http://supervisor", transport=transport).supervisor


def _is_shutting_down(fault: Fault) -> bool:
    return bool(fault.faultCode == Faults.SHUTDOWN_STATE)


def _process(info: dict[str, Any]) -> Process:
    runs = info["statename"] == "RUNNING"
    return Process(
        name=info["name"],
        group=info["group"],
        state=info["statename"],
        pid=info["pid"],
        uptime=info["now"] - info["start"] if runs else 0,
        note=info["spawnerr"] or ("" if runs else info["description"]),
    )


def end_leftovers(home: Home) -> None:
    """End processes of this home whose starter was killed: two brokers on one folder would spoil it.

    What prepares services is among them, which might else wait for a broker that is gone.
    """
    lost = [process for process in psutil.process_iter() if _belongs(process, home)]
    for process in lost:
        _signal(process, "terminate")
    _, stubborn = psutil.wait_procs(lost, timeout=15)
    for process in stubborn:
        _signal(process, "kill")
    psutil.wait_procs(stubborn, timeout=5)


def _belongs(process: psutil.Process, home: Home) -> bool:
    try:
        environment = process.environ()
    except (psutil.Error, OSError):  # another user's, or just gone
        return False
    ours = SUPERVISED in environment or PREPARES in environment
    return ours and environment.get("VAR_DIR") == str(home.var) and process.pid != os.getpid()


def _signal(process: psutil.Process, how: str) -> None:
    try:
        getattr(process, how)()
    except psutil.NoSuchProcess:
        return
