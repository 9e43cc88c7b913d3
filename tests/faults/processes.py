"""One process under test: started with a crash point, killed, frozen, thawed, started again."""

import os
import resource
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from chungtay.waiting import wait_until

END_SECONDS = 40


@dataclass
class Worker:
    """A program with its environment and its log. The supervisor of `chungtay up` would start it again."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    log: Path
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    _ended_by_us: bool = field(default=True, repr=False)

    @property
    def runs(self) -> bool:
        """It was started and has not ended."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """The number of the process. Raises RuntimeError where it was never started."""
        if self._process is None:
            message = f"{self.name} was not started"
            raise RuntimeError(message)
        return self._process.pid

    def start(self, **settings: str) -> None:
        """Start it, with further environment variables; one that runs is left alone."""
        if self.runs:
            return
        self._ended_by_us = False
        with self.log.open("ab") as out:
            self._process = subprocess.Popen(
                self.command,
                env={**self.environment, **settings},
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    def restart(self, **settings: str) -> None:
        """End it in good order and start it with other settings."""
        self.stop()
        self.start(**settings)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal, if it still runs."""
        if self.runs:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it as a power cut would, and wait until it is gone."""
        self._ended_by_us = True
        self.signal(signal.SIGKILL)
        self.await_end(END_SECONDS)

    def stop(self) -> None:
        """Ask it to end; kill it where it does not."""
        self._ended_by_us = True
        self.signal(signal.SIGCONT)
        self.signal(signal.SIGTERM)
        if not self.await_end(END_SECONDS):
            self.kill()

    def await_end(self, seconds: float) -> bool:
        """Wait for its end; False where it still runs after `seconds`."""
        return wait_until(lambda: not self.runs, seconds=seconds, every=0.05)

    @property
    def exit_code(self) -> int | None:
        """How it ended: negative numbers are signals. None while it runs."""
        return self._process.poll() if self._process else None

    @property
    def failed(self) -> bool:
        """It ended by itself, and not at a crash point."""
        return not self.runs and not self._ended_by_us and self.exit_code != -signal.SIGKILL

    @property
    def memory_mb(self) -> float:
        """Memory in use, in MB."""
        return psutil.Process(self.pid).memory_info().rss / 1e6

    def limit_files(self, size: int | None) -> None:
        """Let it write no file beyond `size` bytes, as on a full disk; None takes the limit away."""
        limit = resource.RLIM_INFINITY if size is None else size
        resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
