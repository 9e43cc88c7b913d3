"""All that the broker's users may do, one line each: what a person reviews, and a test holds a broker to.

`<uuid>` stands for any uuid. Whatever is not here is refused. That a queue exists, and how many messages and
consumers it has, the broker tells every user.
"""

from collections.abc import Iterator, Sequence

from chungtay.broker.members import Member
from chungtay.broker.rights import OPERATOR, calls_of
from contracts.calls import RPC_EXCHANGE
from shared.bus.topology import (
    ALL_MANIFESTS,
    GATEWAY_USER,
    JOURNAL,
    MANIFESTS,
    MARKS,
    exchange_of,
    host_user,
    inbox_of,
    relay_user,
    rpc_queue_of,
)

ID = "<uuid>"
REPLIES = f"rpc.reply-{GATEWAY_USER}-{ID}"
READING = ("consume", "get", "purge")
# A stream gives what it holds to each who reads it, and lets nobody empty it; a quorum queue with a single
# active consumer is not read one by one.
OF_STREAMS, OF_INBOXES = ("consume",), ("consume", "purge")


def allowed(members: Sequence[Member]) -> list[str]:
    """Return the lines, by user."""
    lines = [*_gateway(members), *(line for member in members for line in _service(member))]
    return sorted([*lines, *_reads(OPERATOR, OF_STREAMS, JOURNAL), f"{OPERATOR} publish {MARKS} *"])


def _service(member: Member) -> Iterator[str]:
    service, host = member.service, host_user(member.service)
    yield from _reads(host, OF_INBOXES, inbox_of(service))
    yield from _reads(host, READING, *map(rpc_queue_of, member.hosts))
    yield from _reads(host, OF_STREAMS, JOURNAL, MANIFESTS)
    yield f"{host} publish {ALL_MANIFESTS} *"
    yield f"{host} publish {MARKS} *"
    yield f"{host} publish {RPC_EXCHANGE} reply.{service}.{ID}"
    yield f"{host} publish {RPC_EXCHANGE} {ID}"
    for key in member.keys:
        yield f"{relay_user(service)} publish {exchange_of(service)} {key}"


def _gateway(members: Sequence[Member]) -> Iterator[str]:
    yield from _reads(GATEWAY_USER, OF_STREAMS, MANIFESTS)
    yield from _reads(GATEWAY_USER, READING, REPLIES)
    yield f"{GATEWAY_USER} declare queue {REPLIES}"
    yield f"{GATEWAY_USER} delete queue {REPLIES}"
    yield f"{GATEWAY_USER} publish {ALL_MANIFESTS} *"
    # Its own replies may come to itself alone, or to what it publishes to anyway.
    for destination in (f"queue {REPLIES}", f"exchange {RPC_EXCHANGE}", f"exchange {ALL_MANIFESTS}"):
        yield f"{GATEWAY_USER} bind {destination} {RPC_EXCHANGE} reply.*.{ID}"
    for member in members:
        yield from (f"{GATEWAY_USER} publish {RPC_EXCHANGE} {call}" for call in calls_of(member))


def _reads(user: str, verbs: Sequence[str], *queues: str) -> Iterator[str]:
    for queue in queues:
        for verb in verbs:
            yield f"{user} {verb} {queue}"
