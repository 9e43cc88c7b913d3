"""The chassis on a real RabbitMQ: what is written arrives once, whoever was away meanwhile."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from shared.example import Notes, WriteNote, service, write_note
from shared.tables import audit, inbox, outbox, timer_runs
from shared.testing import actor, work_in

AwaitTrue = Callable[..., None]


def write(agency: Any, board: str, text: str) -> None:
    """Write a note as a command does, in one transaction with its event."""
    with agency.database.transaction() as session:
        write_note(WriteNote(board=board, text=text), work_in(service, session, actor("btt-mttq-tinh")))


def heard(agency: Any, board: str) -> list[int]:
    with agency.database.reading() as session:
        return Notes(work_in(service, session)).heard(board)


def waiting(agency: Any) -> int:
    with agency.database.reading() as session:
        count = select(func.count()).select_from(outbox).where(outbox.c.published_at.is_(None))
        return session.scalar(count) or 0


def test_notes_written_while_nobody_runs_arrive_once_and_in_order(
    example: Any, await_true: AwaitTrue
) -> None:
    for number in range(20):
        write(example, "b", f"note {number}")
    with example.host(), example.relay():
        await_true(lambda: len(heard(example, "b")) == 20, "twenty notes heard of")
    assert heard(example, "b") == list(range(1, 21))
    assert waiting(example) == 0


def test_a_killed_relay_and_a_killed_host_lose_and_double_nothing(
    example: Any, await_true: AwaitTrue
) -> None:
    with example.host() as host, example.relay() as relay:
        for number in range(50):
            write(example, f"b{number % 5}", "before")
        host.kill()
        relay.kill()
    for number in range(50):
        write(example, f"b{number % 5}", "after")
    with example.host(), example.relay():
        await_true(lambda: sum(len(heard(example, f"b{n}")) for n in range(5)) == 100, "all notes heard of")
    assert all(heard(example, f"b{n}") == list(range(1, 21)) for n in range(5))


def test_a_host_stops_in_order_and_leaves_nothing_unacknowledged(example: Any, await_true: AwaitTrue) -> None:
    with example.host() as host, example.relay():
        for number in range(30):
            write(example, f"b{number}", "x")
        await_true(lambda: bool(heard(example, "b0")), "the first note")
        host.terminate()
        assert host.wait(30) == 0
    with example.host(), example.relay():
        await_true(lambda: sum(len(heard(example, f"b{n}")) for n in range(30)) == 30, "all notes heard of")
    with example.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(inbox)) == 30


@pytest.mark.parametrize("times", [1, 3])
def test_preparing_again_harms_nothing(example: Any, times: int) -> None:
    write(example, "b", "kept")
    for _ in range(times):
        example.prepare()
    assert waiting(example) == 1


def test_two_hosts_do_by_themselves_what_is_due_once(example: Any, await_true: AwaitTrue) -> None:
    def done() -> int:
        with example.database.reading() as session:
            return session.scalar(select(func.count()).select_from(timer_runs)) or 0

    with example.host() as first, example.host() as second:
        await_true(lambda: example.log("shared.host").count("inbox ready") == 2, "two hosts")
        await_true(lambda: done() == 1, "the timer's run")
        for host in (first, second):
            host.terminate()
        assert [host.wait(30) for host in (first, second)] == [0, 0]
    assert done() == 1
    with example.database.reading() as session:
        assert list(session.scalars(select(audit.c.act))) == ["forget_struck_notes"]
