"""The watchdog in a process of its own, whose hub stands still in one way or another."""

import signal
import subprocess
import sys

import pytest

from shared.host.watchdog import EXIT_CODE

PROGRAM = """
import warnings
warnings.simplefilter("ignore")
from shared.host.green import patch
patch()
import re, sys, eventlet
from shared.host.watchdog import Watchdog

def stand_still(how):
    while how == "spins":
        pass
    if how == "holds the interpreter":
        re.match("(a*)*b", "a" * 60)

Watchdog(0.4).start()
eventlet.sleep(0.8)
print("alive", flush=True)
stand_still(sys.argv[1])
"""


@pytest.mark.parametrize(
    ("how", "code"),
    [("spins", EXIT_CODE), ("holds the interpreter", -signal.SIGPROF)],
)
def test_it_ends_a_process_whose_hub_stands_still_and_says_where(how: str, code: int) -> None:
    command = [sys.executable, "-c", PROGRAM, how]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=50, check=False)
    assert (ended.returncode, ended.stdout) == (code, "alive\n"), "twice the limit it has worked"
    assert "in stand_still" in ended.stderr
