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
        """Create the folders, those with secrets readable by their owner alone. Raises Problem."""
        try:
            for folder in (self.data, self.logs):
                folder.mkdir(parents=True, exist_ok=True)
            for secret in (self.broker, self.keys, self.signing, self.run, self.socket.parent):
                secret.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            message = f"{error.filename} cannot be made ({error.strerror}); name another folder with VAR_DIR"
            raise Problem(message) from error

    def forget(self) -> None:
        """Delete data, keys and logs; only known folders go, so that a wrong VAR_DIR costs nothing else."""
        for folder in (self.data, self.broker, self.keys, self.signing, self.logs, self.run):
            shutil.rmtree(folder, ignore_errors=True)
