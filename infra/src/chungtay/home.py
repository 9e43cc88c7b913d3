"""Where one running suite keeps everything: the folder `var/`, or another named by VAR_DIR."""

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from chungtay.problems import Problem

LONGEST_SOCKET_PATH = 100  # the system allows 107 bytes, and supervisord adds a suffix while it binds


@dataclass(frozen=True)
class Home:
    """The folders of one suite. Two suites with different homes do not touch each other."""

    var: Path

    @classmethod
    def of(cls, folder: Path) -> "Home":
        """Return the home at `folder`, made absolute. Nothing is created."""
        return cls(folder.absolute())

    @property
    def data(self) -> Path:
        """Databases of the services."""
        return self.var / "data"

    @property
    def broker(self) -> Path:
        """Data, password and cookie of the private broker."""
        return self.var / "broker"

    @property
    def keys(self) -> Path:
        """Public keys that check tokens."""
        return self.var / "keys"

    @property
    def signing(self) -> Path:
        """The gateway's private key."""
        return self.var / "signing"

    @property
    def service_keys(self) -> Path:
        """The services' private keys, with which they sign what leaves them."""
        return self.var / "service-keys"

    @property
    def logs(self) -> Path:
        """One log a process."""
        return self.var / "log"

    @property
    def run(self) -> Path:
        """What exists only while the suite runs: configuration, socket, state."""
        return self.var / "run"

    @property
    def state(self) -> Path:
        """Addresses of the running suite, as JSON."""
        return self.run / "suite.json"

    @property
    def socket(self) -> Path:
        """The supervisor's Unix socket; in the system's temporary folder where the path would be too long."""
        near = self.run / "supervisor.sock"
        if len(os.fsencode(near)) <= LONGEST_SOCKET_PATH:
            return near
        digest = hashlib.sha256(os.fsencode(self.var)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"chungtay-{os.getuid()}-{digest}" / "supervisor.sock"

    def make(self) -> None:
        """Create the folders, readable by their owner alone: they hold persons' names and secrets.

        Raises Problem, also where the socket would lie in a folder that is somebody else's.
        """
        try:
            for folder in (*self._folders, self.socket.parent):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _keep_to_oneself(folder)
        except OSError as error:
            message = f"{error.filename} cannot be made ({error.strerror}); name another folder with VAR_DIR"
            raise Problem(message) from error

    def forget(self) -> None:
        """Delete data, keys and logs; only known folders go, so that a wrong VAR_DIR costs nothing else."""
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)

    @property
    def _folders(self) -> tuple[Path, ...]:
        secret = (self.broker, self.keys, self.signing, self.service_keys)
        return (self.data, self.logs, self.run, *secret)


def _keep_to_oneself(folder: Path) -> None:
    """Take a folder from every other user. Raises Problem where it is another's."""
    if folder.stat().st_uid != os.getuid():
        message = f"{folder} belongs to somebody else; name another folder with VAR_DIR"
        raise Problem(message)
    folder.chmod(0o700)
