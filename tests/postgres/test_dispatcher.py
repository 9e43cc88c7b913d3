"""Commands at the same instant: one transaction after the other, whoever comes first."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import func, select

from contracts.calls import Call, Reply
from contracts.envelope import Envelope
from shared.database import Database
from shared.dispatch import Dispatcher
from shared.example import NoteStanding, service
from shared.tables import answers, audit, outbox
from shared.tokens import Bearer, Verifier

TOGETHER = 8


class Spoken(Verifier):
    """Tokens that are an agency's name: signatures are tested elsewhere."""

    def __init__(self) -> None:
        """Need no keys."""

    def read(self, token: str | None) -> Bearer:
        return Bearer("usr_synthetic", token or "", "19", frozenset())


def call(key: str, text: str = "a") -> Call:
    return Call(
        name="write_note",
        payload={"board": "b", "text": text},
        token="btt-mttq-tinh",
        idempotency_key=key,
        correlation_id="cor_1",
    )


def at_once(connect: Callable[[], Database], calls: list[Call]) -> list[Reply]:
    barrier = Barrier(TOGETHER)

    def send(each: Call) -> Reply:
        dispatcher = Dispatcher(service, connect(), Spoken())
        barrier.wait()
        return dispatcher.command(each)

    with ThreadPoolExecutor(TOGETHER) as threads:
        return list(threads.map(send, calls))


def numbers(replies: list[Reply]) -> list[int]:
    """Return the number that each answer gave its note."""
    return [NoteStanding.model_validate(each.answer).number for each in replies]


def test_one_command_sent_many_times_at_once_acts_once(
    connect: Callable[[], Database], database: Database
) -> None:
    replies = at_once(connect, [call("k1")] * TOGETHER)
    assert numbers(replies) == [1] * TOGETHER
    assert len({str(each.answer) for each in replies}) == 1
    assert sorted(each.replayed for each in replies) == [False] + [True] * (TOGETHER - 1)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(outbox)) == 1
        assert session.scalar(select(func.count()).select_from(answers)) == 1
        outcomes = sorted(session.scalars(select(audit.c.outcome)))
        assert outcomes == ["done"] + ["replayed"] * (TOGETHER - 1)


def test_a_key_used_at_once_for_two_bodies_is_refused_to_one(
    connect: Callable[[], Database], database: Database
) -> None:
    replies = at_once(connect, [call("k1", f"text {number % 2}") for number in range(TOGETHER)])
    refused = [each.problem.slug for each in replies if each.problem]
    assert refused == ["idempotency-key-reused"] * (TOGETHER // 2)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(outbox)) == 1


def test_many_commands_at_once_leave_one_order_of_facts_events_and_audit(
    connect: Callable[[], Database], database: Database
) -> None:
    replies = at_once(connect, [call(f"k{number}") for number in range(TOGETHER)])
    assert sorted(numbers(replies)) == list(range(1, TOGETHER + 1))
    with database.reading() as session:
        told = session.scalars(select(outbox.c.envelope).order_by(outbox.c.seq)).all()
        assert [Envelope.decode(each).data["number"] for each in told] == list(range(1, TOGETHER + 1))
        assert session.scalar(select(func.count()).select_from(audit)) == TOGETHER
