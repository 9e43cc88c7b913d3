"""A private PostgreSQL for tests: own data, own socket, no port. decisions/0030 says why it is ours."""

import os
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import create_engine, text

from chungtay.broker import apt
from chungtay.problems import Problem

PACKAGE = "postgresql"
PACKAGED = Path("/usr/lib/postgresql")
USER = "chungtay"
START_SECONDS = "60"
# Tests end processes, not machines: the system's cache survives, and nothing need reach the disk.
OPTIONS = ("listen_addresses=", "fsync=off", "full_page_writes=off", "shared_buffers=32MB")


class Cluster:
    """One PostgreSQL server with its data in a folder, reached by a socket in the same folder."""

    def __init__(self, folder: Path, programs: Path) -> None:
        """Take an empty folder and the folder of PostgreSQL's programs; nothing runs yet."""
        self._folder, self._programs = folder, programs
        self._data = folder / "data"
        self._owner = _owner()
        if self._owner:
            shutil.chown(folder, self._owner, self._owner)

    def create(self) -> None:
        """Make the cluster and start it. Raises Problem."""
        self._run("initdb", "-D", self._data, "-U", USER, "--auth=trust", "--encoding=UTF8", "--no-sync",
                  "--locale=C.UTF-8")  # fmt: skip
        self.start()

    def start(self) -> None:
        """Start the server; return when it answers. Raises Problem."""
        options = " ".join(f"-c {each}" for each in (*OPTIONS, f"unix_socket_directories={self._folder}"))
        self._run("pg_ctl", "-D", self._data, "-l", self._folder / "log", "-o", options, "-w",
                  "-t", START_SECONDS, "start")  # fmt: skip

    def stop(self, mode: str = "immediate") -> None:
        """Stop the server: `immediate` as a power cut would, `fast` in order. Raises Problem."""
        self._run("pg_ctl", "-D", self._data, "-m", mode, "-w", "stop")

    def database(self, name: str) -> str:
        """Make an empty database and return its address."""
        maintenance = create_engine(self._url("postgres"), isolation_level="AUTOCOMMIT")
        with maintenance.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{name}"'))
        maintenance.dispose()
        return self._url(name)

    def _url(self, name: str) -> str:
        return f"postgresql+psycopg2://{USER}@/{name}?host={self._folder}"

    def _run(self, program: str, *arguments: str | Path) -> None:
        # A file and no pipe: the server inherits what it is given, and would keep a pipe open.
        with (self._folder / "output").open("w+b") as output:
            done = subprocess.run(
                [self._programs / program, *arguments],
                check=False, cwd=self._folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                env={"PATH": os.environ["PATH"]}, user=self._owner, group=self._owner,
                extra_groups=[] if self._owner else None,
            )  # fmt: skip
            output.seek(0)
            if done.returncode != 0:
                message = f"PostgreSQL's {program} failed: {output.read().decode(errors='replace').strip()}"
                raise Problem(message)


def programs() -> Path:
    """Return the folder of the server's programs; for root, Debian's package is installed. Raises Problem."""
    found = _programs()
    if found is None and apt.can_install():
        apt.install(PACKAGE)
        found = _programs()
    if found is None:
        message = "there is no PostgreSQL server: install it (Debian, Ubuntu: apt-get install postgresql)"
        raise Problem(message)
    return found


def _programs() -> Path | None:
    """Debian keeps the server's programs off the path, a folder for each version; others have them on it."""
    packaged = sorted(PACKAGED.glob("*/bin/initdb"), key=lambda each: float(each.parts[-3]))
    if packaged:
        return packaged[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def _owner() -> str | None:
    """Who must run the server: it refuses root, whom the package's own user then stands in for."""
    return "postgres" if os.getuid() == 0 else None
