"""A reaction that ends its process, or lets its hub stand still, is parked; its neighbours go on."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from shared.bus.inbox import State, store
from shared.bus.memory import TRUST, told
from shared.bus.processor import ENDED
from shared.example import Notes, service
from shared.host.watchdog import EXIT_CODE
from shared.tables import inbox
from shared.testing import work_in
from support.example_events import note

AwaitTrue = Callable[..., None]
CRASH = 3
BAD = f"""
import os
from dataclasses import replace
from eventlet import patcher
from shared import example
from shared.service import Feature, reaction

@reaction(example.NoteWritten)
def hear_of_bad_notes(note, work):
    if note.board == "bad":
        if "HANGS" in os.environ:
            patcher.original("time").sleep(600)
        os._exit({CRASH})
    example.hear_of_note.act(note, work)

service = replace(example.service, features=[Feature(reactions=[hear_of_bad_notes])])
"""


def receive(agency: Any, *bodies: bytes) -> None:
    """Store events while no host runs, as if one had taken them before it ended."""
    with agency.database.transaction() as session:
        store(session, map(told, bodies), TRUST, datetime.now(UTC))


def standings(agency: Any) -> list[tuple[str, str | None]]:
    with agency.database.reading() as session:
        return [(row.state, row.error) for row in session.execute(select(inbox).order_by(inbox.c.seq))]


def heard(agency: Any, board: str) -> list[int]:
    with agency.database.reading() as session:
        return Notes(work_in(service, session)).heard(board)


def end_of_host(agency: Any, **environment: str) -> int:
    agency.environment |= environment
    with agency.host() as host:
        for name in environment:
            del agency.environment[name]
        return int(host.wait(60))


@pytest.mark.usefixtures("channel")
def test_a_reaction_that_ends_its_process_is_parked_in_the_end(
    agency: Callable[..., Any], tmp_path: Path, await_true: AwaitTrue
) -> None:
    (tmp_path / "bad.py").write_text(BAD, encoding="utf-8")
    bad = agency(module="bad")
    receive(bad, note("bad", 1))
    assert end_of_host(bad, HANGS="1", HANG_SECONDS="0.5") == EXIT_CODE
    assert "hear_of_bad_notes" in bad.log("shared.host"), "the watchdog says where the hub stood"
    assert end_of_host(bad) == CRASH
    receive(bad, note("a", 1), note("bad", 2), note("b", 1))
    with bad.host() as host:
        await_true(lambda: heard(bad, "b") == [1], "the neighbours' notes")
        assert host.poll() is None
    assert standings(bad) == [
        (State.PARKED, ENDED),
        (State.DONE, None),
        (State.RECEIVED, None),
        (State.DONE, None),
    ]
    assert (heard(bad, "a"), heard(bad, "bad")) == ([1], [])
