"""Running a service's jobs one after another, each in a process of its own."""

import subprocess
import sys
from dataclasses import dataclass, field

import structlog
from sqlalchemy import RowMapping

from shared.jobs import Jobs

log = structlog.get_logger()

CLOCK_FACTOR = 2  # by the clock a job may take twice its processor time
START_SECONDS = 30.0  # a process begins with its imports, and a busy machine takes long for them


@dataclass
class JobRunner:
    """Runs the jobs of a service one after another, each in a process of its own."""

    module: str
    jobs: Jobs
    start_seconds: float = START_SECONDS
    _process: "subprocess.Popen[bytes] | None" = field(default=None, init=False)
    _stopped: bool = field(default=False, init=False)

    def run_next(self) -> bool:
        """Run the oldest waiting job to its end; say whether there was one."""
        row = self.jobs.claim()
        if row is None:
            return False
        ended_well = self._run(row)
        if self._stopped and not ended_well:
            self.jobs.give_back(row)
        elif not ended_well:
            self.jobs.broke(row)
        return True

    def stop(self) -> None:
        """End the process that is at work, if there is one; its job is left to the next host."""
        self._stopped = True
        if self._process:
            self._process.kill()

    def _run(self, row: RowMapping) -> bool:
        """Run a job; say whether its process ended well."""
        command = [sys.executable, "-m", "shared.host", "job", self.module, row["id"]]
        self._process = subprocess.Popen(command)
        try:
            code = self._process.wait(self.start_seconds + self.jobs.seconds(row) * CLOCK_FACTOR)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        self._process = None
        if code:
            log.warning("job broke", job=row["name"], code=code, attempts=row["attempts"] + 1)
        return code == 0
