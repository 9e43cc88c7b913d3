"""A bell between the processes of one service: whoever commits events wakes the relay.

It is only a hint; the relay also looks by itself, so a lost ring costs a moment and no event.
"""

import socket
from contextlib import suppress
from pathlib import Path


class Doorbell:
    """A Unix datagram socket at a known path."""

    def __init__(self, path: Path) -> None:
        """Take the path; the ringing side needs nobody to answer."""
        self.path = path

    def ring(self) -> None:
        """Wake the other side if it listens."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as bell:
            bell.settimeout(0)
            with suppress(FileNotFoundError, ConnectionRefusedError, BlockingIOError):
                bell.sendto(b"!", str(self.path))

    def listen(self) -> socket.socket:
        """Return the socket that becomes readable when the bell rings."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.unlink(missing_ok=True)
        bell = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        bell.settimeout(0)
        bell.bind(str(self.path))
        return bell


def doorbell_of(service: str, folder: Path) -> Doorbell:
    """The bell of a service's relay."""
    return Doorbell(folder / "run" / f"{service}.bell")
