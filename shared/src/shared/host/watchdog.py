"""The watchdog: it ends a host whose hub stands still, so that whoever supervises it starts it again.

Such a host takes neither calls nor events, misses its heartbeats, and nothing of it says so. A native thread
looks whether the hub has made a beat; it counts looks, not seconds, so that a machine that slept has hung
nobody. It takes no lock and writes no log: those are green, and who stands still may hold them. Code that
never lets go of the interpreter lets no thread look; the kernel ends it by SIGPROF when it has used as much
processor time as a hub may stand still. Both say where the threads stood, in lines of code and no values.
"""

import faulthandler
import os
import signal
import sys
from typing import NoReturn

import eventlet
from eventlet import patcher

threading = patcher.original("threading")

EXIT_CODE = 86
LOOKS = 40


class Watchdog:
    """Watches the hub of the thread that starts it, which may stand still for so many seconds."""

    def __init__(self, seconds: float) -> None:
        """Take the time after which the process ends."""
        self._seconds = seconds
        self._beats = 0

    def start(self) -> None:
        """Begin to watch, for as long as the process lives."""
        faulthandler.register(signal.SIGPROF, chain=True)
        eventlet.spawn(self._beat_for_ever)
        threading.Thread(target=self._look_for_ever, name="watchdog", daemon=True).start()

    @property
    def _pause(self) -> float:
        return self._seconds / LOOKS

    def _beat_for_ever(self) -> None:
        while True:
            self._beats += 1
            eventlet.sleep(self._pause)

    def _look_for_ever(self) -> None:
        pause, seen, without_beat = threading.Event(), 0, 0
        while without_beat < LOOKS:
            signal.setitimer(signal.ITIMER_PROF, self._seconds)
            pause.wait(self._pause)
            without_beat = without_beat + 1 if self._beats == seen else 0
            seen = self._beats
        self._end()

    def _end(self) -> NoReturn:
        error = sys.__stderr__.fileno() if sys.__stderr__ else 2
        os.write(error, f"the hub stood still for {self._seconds:g} s; the host ends. It stood:\n".encode())
        faulthandler.dump_traceback(error, all_threads=True)
        os._exit(EXIT_CODE)
