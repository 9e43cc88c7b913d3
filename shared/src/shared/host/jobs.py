"""Jobs under nameko: a green thread that looks for one, and runs it in a child process."""

import structlog

from shared.host.job_runner import JobRunner
from shared.host.looking import LookingThread
from shared.standing import Standing

log = structlog.get_logger()


class JobThread(LookingThread):
    """Looks for jobs. Stopping ends the process that is at work, and leaves its job to the next host."""

    look_seconds = 1.0

    def __init__(self, runner: JobRunner, standing: Standing | None = None) -> None:
        """Take the runner of the service's jobs, and whether it may act."""
        super().__init__(standing)
        self._runner = runner

    def is_wanted(self) -> bool:
        """Whether the service has jobs at all."""
        return bool(self._runner.jobs.service.jobs)

    def stop(self) -> None:
        """End the process that is at work."""
        self._runner.stop()
        super().stop()

    def kill(self) -> None:
        """End at once."""
        self._runner.stop()
        super().kill()

    def look(self) -> float:
        """Run a job; after one, look for the next at once."""
        try:
            found = self._runner.run_next()
        except Exception:
            log.exception("job could not be run")
            found = False
        return 0 if found else self.look_seconds
