"""Jobs under nameko: a green thread that looks for one, and runs it in a child process."""

import eventlet
import structlog
from eventlet.event import Event
from eventlet.greenthread import GreenThread
from nameko.extensions import DependencyProvider

from shared.host.job_runner import JobRunner
from shared.standing import Standing

log = structlog.get_logger()

LOOK_SECONDS = 1.0


class JobThread(DependencyProvider):
    """Looks for jobs. Stopping ends the process that is at work."""

    def __init__(self, runner: JobRunner, standing: Standing | None = None) -> None:
        """Take the runner of the service's jobs, and whether it may act."""
        super().__init__()
        self._runner, self._standing = runner, standing or Standing()
        self._stopping = Event()
        self._thread: GreenThread | None = None

    def start(self) -> None:
        """Begin to look, where the service has jobs at all."""
        if self._runner.jobs.service.jobs:
            self._thread = eventlet.spawn(self._run_for_ever)

    def stop(self) -> None:
        """Leave what is under way to the next host."""
        self._stopping.send()
        self._runner.stop()
        if self._thread:
            self._thread.wait()

    def kill(self) -> None:
        """End at once."""
        self._runner.stop()
        if self._thread:
            self._thread.kill()

    def _run_for_ever(self) -> None:
        while not self._stopping.ready():
            try:
                found = self._standing.may_act and self._runner.run_next()
            except Exception:
                log.exception("job could not be run")
                found = False
            if not found:
                with eventlet.Timeout(LOOK_SECONDS, exception=False):
                    self._stopping.wait()
