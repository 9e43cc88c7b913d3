"""Installing a server of Debian's without letting the system start it."""

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chungtay.problems import Problem

POLICY = Path("/usr/sbin/policy-rc.d")
LOCK = Path("/run/chungtay-apt.lock")
PACKAGE = "rabbitmq-server"


def can_install() -> bool:
    """Say whether this is Debian or Ubuntu and the user is root."""
    return os.getuid() == 0 and shutil.which("apt-get") is not None


def install(package: str = PACKAGE) -> None:
    """Install the package; the system's own server stays off, now and after a restart. Raises Problem."""
    with one_at_a_time(), services_held_back():
        _apt(package, "update", "-qq")
        _apt(package, "install", "-y", "-qq", "--no-install-recommends", package)
    if shutil.which("systemctl"):
        subprocess.run(["systemctl", "disable", package], check=False, capture_output=True)


@contextmanager
def one_at_a_time(lock: Path = LOCK) -> Iterator[None]:
    """Wait until no other of our processes installs: two suites may start at once on a new machine."""
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@contextmanager
def services_held_back(policy: Path = POLICY) -> Iterator[None]:
    """Tell Debian's package scripts to start no service; a policy that exists already is left as it is."""
    if policy.exists():
        yield
        return
    policy.write_text("#!/bin/sh\nexit 101\n", encoding="ascii")
    policy.chmod(0o755)
    try:
        yield
    finally:
        policy.unlink()


def _apt(package: str, *arguments: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        ["apt-get", *arguments], env=environment, check=False, capture_output=True, text=True
    )
    if done.returncode != 0:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        message = f"apt-get {arguments[0]} failed ({reason}); install {package} by hand"
        raise Problem(message)
