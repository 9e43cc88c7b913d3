"""Runs the measures, ours and the peer's in turn, each in a process of its own."""

import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.ground import FIGURE
from bench.measures import MEASURES, ROUNDS, Measure, Outcome
from chungtay.problems import Problem

LIMIT_SECONDS = 120
# The host runs under eventlet, and so does plain nameko.
GREEN = {("store", "ours"), ("handled", "ours"), ("handled", "nameko"), ("rebuild", "ours")}
Say = Callable[[str], None]


def run(amqp_url: str, home: Path, minutes: float, say: Say) -> Iterator[Outcome]:
    """Give each measure's outcome; when the time is up, the rounds that were done count.

    Raises Problem where a case fails.
    """
    python = _python_of_peers(home)
    end = time.monotonic() + minutes * 60
    for number, measure in enumerate(MEASURES):
        say(f"{measure.name}: {measure.what}, against {measure.peer}")
        left = (end - time.monotonic()) / (len(MEASURES) - number)
        yield _rounds(measure, amqp_url, python, left)


def _rounds(measure: Measure, amqp_url: str, python: Path, seconds: float) -> Outcome:
    ours, peer, end = list[float](), list[float](), time.monotonic() + seconds
    more = defaultdict[str, list[float]](list)
    for _ in range(ROUNDS):
        figures = _figures(measure.case, "ours", amqp_url, Path(sys.executable))
        ours.append(figures.pop(FIGURE))
        for name, figure in figures.items():
            more[name].append(figure)
        peer.append(_figures(measure.case, measure.peer_role, amqp_url, python)[FIGURE])
        if time.monotonic() > end:
            break
    return Outcome(measure, ours, peer, more)


def _figures(case: str, role: str, amqp_url: str, python: Path) -> dict[str, float]:
    """Run a case once, in an empty folder, and read the figures that it prints last."""
    module = f"bench.cases.{case}"
    green = ["bench.green"] if (case, role) in GREEN else []
    with tempfile.TemporaryDirectory(prefix="chungtay-bench-") as folder:
        command = [str(python), "-W", "ignore", "-m", *green, module, role, amqp_url, folder]
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=LIMIT_SECONDS, check=False, env=_environment()
        )
    try:
        return dict(json.loads(done.stdout.splitlines()[-1]))
    except (IndexError, ValueError) as error:
        message = f"bench case {case} {role} failed: {done.stderr.strip()[-400:]}"
        raise Problem(message) from error


def _environment() -> dict[str, str]:
    """Peers find our packages where this process finds them."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "LOG_LEVEL": "WARNING"}


def _python_of_peers(home: Path) -> Path:
    """Return the Python of an environment with what only peers need, made at the first run."""
    folder = home / "peers"
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        wanted = sorted({need for measure in MEASURES for need in measure.peer_needs})
        subprocess.run([python, "-m", "pip", "install", "--quiet", *wanted], check=True)
    return python
