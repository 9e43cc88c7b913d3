"""F16: messages that nobody can read, and one that cannot be applied; their neighbours must not suffer."""

from typing import Any

import pika
from sqlalchemy import func, select

from chungtay.waiting import wait_until
from contracts.calls import RPC_EXCHANGE
from contracts.envelope import CONTENT_TYPE
from faults import injecting, wire
from faults.experiment import Experiment
from faults.fault import Fault
from faults.members import Member
from shared.bus.inbox import State
from shared.tables import unread_calls

HUGE_BYTES = 20_000_000
DEEP = 100_000
HELD_SECONDS = 30
READER = "campaigns"  # reads what a drive's event says

REQUEST = b'{"args": [{"name": "task_list", "correlation_id": "cor_1"}], "kwargs": {}}'
ANSWERABLE = {"content_type": "application/json", "content_encoding": "utf-8", "reply_to": "nowhere"}
# The method, the body and the properties of each.
CALLS: tuple[tuple[str, bytes, dict[str, Any]], ...] = (
    ("query", REQUEST, {"content_type": "application/json"}),
    ("query", REQUEST, {"reply_to": "nowhere"}),
    ("nothing", REQUEST, ANSWERABLE),
    ("query", b"{", ANSWERABLE),
    ("query", b"[" * DEEP, ANSWERABLE),
    ("command", b'{"args": [], "kwargs": {}}', ANSWERABLE),
    ("command", REQUEST, {**ANSWERABLE, "headers": {"call_id_stack": 5}}),
)

CORPUS: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", CONTENT_TYPE),
    "half of it": (b'{"specversion": "1.0", ', CONTENT_TYPE),
    "bad UTF-8": (b'{"id": "\xff\xfe"}', CONTENT_TYPE),
    "wrong content type": (b"\x80\x04N.", "application/x-python-serialize"),
    "other JSON": (b'[{"id": 1}]', "text/plain"),
    "not a number": (b'{"specversion": NaN}', CONTENT_TYPE),
    "deep nesting": (b"[" * DEEP, CONTENT_TYPE),
}


def garbage(experiment: Experiment) -> bool:
    """Everything of the corpus, in the middle of good events. Spaces make each message a new one."""
    experiment.work()
    corpus = [(body + b" " * experiment.workload.number(), kind) for body, kind in CORPUS.values()]
    injecting.inject_garbage(experiment, corpus)
    return injecting.cleared(experiment)


def huge(experiment: Experiment) -> bool:
    """Twenty megabytes that are no event."""
    experiment.work()
    injecting.inject_garbage(experiment, [(experiment.draw.randbytes(16) + b"x" * HUGE_BYTES, CONTENT_TYPE)])
    return injecting.cleared(experiment)


def held_behind(experiment: Experiment) -> bool:
    """An event that cannot be applied holds the next one of its key, until an operator discards it."""
    first, second = injecting.a_drive(experiment), injecting.a_drive(experiment)
    bad = first.model_copy(update={"data": {**first.data, "start_on": "soon"}})
    later = second.model_copy(update={"partitionkey": first.partitionkey})
    injecting.inject(experiment, bad, parked_by=[READER])
    injecting.inject(experiment, later)
    experiment.work()
    held = wait_until(
        lambda: (
            injecting.state_of(experiment, READER, bad.id) == State.PARKED
            and injecting.state_of(experiment, READER, later.id) == State.RECEIVED
        ),
        seconds=HELD_SECONDS,
    )
    return injecting.cleared(experiment) and held


def calls(experiment: Experiment) -> bool:
    """Calls that nobody can read or answer, at every service, amid good ones: kept, and nothing ends."""
    experiment.work()
    members = experiment.system.members
    with wire.channel_of(experiment.system.node.broker.url) as channel:
        for member in members:
            for method, body, properties in CALLS:
                sent = pika.BasicProperties(**properties)
                channel.basic_publish(RPC_EXCHANGE, f"{member.name}.{method}", body, sent)
    experiment.work()
    return wait_until(
        lambda: all(_kept(experiment, each) >= len(CALLS) for each in members), seconds=HELD_SECONDS
    )


def _kept(experiment: Experiment, member: Member) -> int:
    with experiment.system.databases[member.name].reading() as session:
        return session.scalar(select(func.sum(unread_calls.c.times))) or 0


FAULTS = (
    Fault("F16", "calls that nobody can read or answer", calls),
    Fault("F16", "unreadable messages", garbage),
    Fault("F16", "20 MB of nothing", huge, slow=True),
    Fault("F16", "a key held behind a bad event", held_behind),
)
