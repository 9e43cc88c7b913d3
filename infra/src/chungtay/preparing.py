"""Databases, queues and manifests, made ready while the broker starts."""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from chungtay import suite
from chungtay.home import Home
from chungtay.problems import Problem
from chungtay.supervisor.control import PREPARES
from chungtay.waiting import wait_until

SECONDS = 120
LINES_OF_A_LOG = 15
MIGRATED = "databases are migrated"


@dataclass(frozen=True)
class Preparing:
    """Processes that prepare services, each with its log."""

    started: Sequence[tuple[subprocess.Popen[bytes], Path]]

    def await_migrated(self) -> None:
        """Return when every database is migrated. Raises Problem with the end of the log where not."""
        wait_until(self._migrated_or_ended, seconds=SECONDS, every=0.1)
        for _, log in self.started:
            if not _says_migrated(log):
                raise _not_prepared(log)

    def finish(self) -> None:
        """Return when all have ended well. Raises Problem with the end of the log of one that has not."""
        for process, log in self.started:
            try:
                code = process.wait(SECONDS)
            except subprocess.TimeoutExpired:
                code = None
            if code != 0:
                raise _not_prepared(log)

    def _migrated_or_ended(self) -> bool:
        return all(process.poll() is not None or _says_migrated(log) for process, log in self.started)


@contextmanager
def preparing(home: Home, environment: Mapping[str, str]) -> Iterator[Preparing]:
    """Start to prepare every service; what has not ended with the block is killed."""
    with ExitStack() as stack:
        started = []
        for number, preparation in enumerate(suite.preparations(home), 1):
            log = home.logs / f"prepare-{number}.log"
            process = stack.enter_context(_process(preparation, environment, log))
            started.append((process, log))
        yield Preparing(started)


@contextmanager
def _process(
    preparation: suite.Preparation, environment: Mapping[str, str], log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as out:
        process = subprocess.Popen(
            preparation.command,
            env={**environment, **preparation.environment, "LOG_LEVEL": "INFO", PREPARES: "1"},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _says_migrated(log: Path) -> bool:
    return MIGRATED in log.read_text(encoding="utf-8", errors="replace")


def _not_prepared(log: Path) -> Problem:
    return Problem(f"the services could not be prepared; {log} ends with:\n{tail(log)}")


def tail(log: Path) -> str:
    """Return a log's last lines."""
    if not log.exists():
        return "(no log was written)"
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-LINES_OF_A_LOG:])
