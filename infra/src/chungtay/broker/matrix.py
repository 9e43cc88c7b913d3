"""Trying everything as everybody: to publish, bind, consume, get, purge, declare, delete each object.

What a broker refuses for want of rights, or lets nobody do to such a queue, is not allowed; all else is, even
where it fails. To be done on a broker of one's own: what is allowed is done.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from itertools import product
from uuid import uuid4

import pika
from pika.adapters.blocking_connection import BlockingChannel, BlockingConnection
from pika.exceptions import ChannelClosedByBroker, ConnectionClosedByBroker

from chungtay.broker.allowed import ID, READING, REPLIES
from chungtay.broker.definitions import ADMINISTRATOR
from chungtay.broker.members import Member
from chungtay.broker.rights import METHODS, users
from contracts.calls import RPC_EXCHANGE
from shared.bus.topology import (
    ALL_EVENTS,
    ALL_MANIFESTS,
    JOURNAL,
    MANIFESTS,
    MARKS,
    exchange_of,
    inbox_of,
    rpc_queue_of,
)

REFUSED = 403
IMPOSSIBLE = {405, 540}  # no such method of a queue with a single active consumer, or of a stream
NEW = "made-by-nobody"
BUILT_IN = ("amq.topic", "amq.fanout", "amq.direct", "amq.headers")
FANOUTS = {ALL_MANIFESTS, MARKS}
Attempt = Callable[[BlockingChannel], object]


def found_allowed(members: Sequence[Member], address_of: Callable[[str], str]) -> list[str]:
    """Return what the users may do on a broker, in the words of `allowed`."""
    own, found = str(uuid4()), set[str]()
    probes = list(_probes(members, own))
    with closing(_connect(address_of(ADMINISTRATOR))) as administrator:
        for user in users(members):
            with closing(_Prober(address_of(user.name))) as prober:
                for words, attempt in probes:
                    if "delete" in words:  # whoever tried before may have succeeded
                        _make(administrator, REPLIES.replace(ID, own))
                    if prober.may(attempt):
                        found.add(f"{user.name} {words}")
    return sorted(found)


class _Prober:
    """Tries things as one user."""

    def __init__(self, address: str) -> None:
        """Log in."""
        self._address = address
        self._connection = _connect(address)
        self._channel = self._opened()

    def may(self, attempt: Attempt) -> bool:
        """Say whether the broker lets the user do it."""
        if not self._channel.is_open:
            self._channel = self._opened()
        try:
            attempt(self._channel)
        except (ChannelClosedByBroker, ConnectionClosedByBroker) as closed:
            return closed.reply_code not in {REFUSED, *IMPOSSIBLE}
        return True

    def close(self) -> None:
        """Log out."""
        if self._connection.is_open:
            self._connection.close()

    def _opened(self) -> BlockingChannel:
        if not self._connection.is_open:
            self._connection = _connect(self._address)
        channel = self._connection.channel()
        channel.confirm_delivery()
        channel.basic_qos(prefetch_count=1)
        return channel


def _probes(members: Sequence[Member], own: str) -> Iterator[tuple[str, Attempt]]:
    """Give each thing to try with its words. What changes nothing comes first."""
    queues, keys = _queues(members), _keys(members)
    for exchange, own_keys in keys.items():
        for key in own_keys:
            words = f"publish {exchange or '(default)'} {'*' if exchange in FANOUTS else key}"
            yield words, partial(_publish, exchange, key.replace(ID, own))
    for queue, (exchange, bound) in product(queues, _bindings(members)):
        attempt = partial(_bind, queue.replace(ID, own), exchange, bound.replace(ID, own))
        yield f"bind queue {queue} {exchange} {bound}", attempt
    for to, (exchange, bound) in product(filter(None, keys), _bindings(members)):
        attempt = partial(_bind_exchange, to, exchange, bound.replace(ID, own))
        yield f"bind exchange {to} {exchange} {bound}", attempt
    for verb, queue in product(READING, queues):
        yield f"{verb} {queue}", partial(READERS[verb], queue.replace(ID, own))
    for verb, queue in product(("declare", "delete"), (*queues, NEW)):
        yield f"{verb} queue {queue}", partial(QUEUE_MAKERS[verb], queue.replace(ID, own))
    for verb, exchange in product(("declare", "delete"), (*filter(None, keys), NEW)):
        yield f"{verb} exchange {exchange}", partial(EXCHANGE_MAKERS[verb], exchange)


def _queues(members: Sequence[Member]) -> list[str]:
    inboxes = [inbox_of(member.service) for member in members]
    calls = [rpc_queue_of(name) for member in members for name in member.hosts]
    return [*inboxes, *calls, JOURNAL, MANIFESTS, REPLIES]


def _keys(members: Sequence[Member]) -> Mapping[str, list[str]]:
    """Every exchange, the default one among them, with the keys to try there."""
    methods = (*METHODS, "other")
    calls = [f"{name}.{method}" for member in members for name in member.hosts for method in methods]
    answers = [f"reply.{member.service}.{ID}" for member in members]
    foreign = [member.keys[0] for member in members]
    events = {exchange_of(each.service): [*each.keys, *foreign, "other.v1", "#"] for each in members}
    return {
        **{exchange: sorted(set(keys)) for exchange, keys in events.items()},
        RPC_EXCHANGE: [*calls, *answers, ID, "reply.*.*", "#"],
        ALL_EVENTS: [*foreign, "#"],
        ALL_MANIFESTS: ["*"],
        MARKS: ["*"],
        "": _queues(members),
        **{name: ["#"] for name in BUILT_IN},
    }


def _bindings(members: Sequence[Member]) -> list[tuple[str, str]]:
    own = [(exchange_of(each.service), each.keys[0]) for each in members]
    all_of = [(exchange_of(each.service), "#") for each in members]
    calls = [(RPC_EXCHANGE, key) for key in ("#", f"{members[0].service}.*", "reply.#", f"reply.*.{ID}")]
    return [*own, *all_of, *calls, (ALL_EVENTS, "#"), (ALL_MANIFESTS, ""), (MARKS, ""), ("amq.topic", "#")]


def _publish(exchange: str, key: str, channel: BlockingChannel) -> None:
    channel.basic_publish(exchange, key, b"tried")


def _bind(queue: str, exchange: str, key: str, channel: BlockingChannel) -> None:
    channel.queue_bind(queue, exchange, key)


def _bind_exchange(destination: str, source: str, key: str, channel: BlockingChannel) -> None:
    channel.exchange_bind(destination, source, key)


def _consume(queue: str, channel: BlockingChannel) -> None:
    """Consume; what was received goes back, and the consumer ends, with the channel."""
    channel.basic_consume(queue, lambda *_: None)
    channel.close()


READERS: dict[str, Callable[[str, BlockingChannel], object]] = {
    "consume": _consume,
    "get": lambda queue, channel: channel.basic_get(queue),
    "purge": lambda queue, channel: channel.queue_purge(queue),
}
QUEUE_MAKERS: dict[str, Callable[[str, BlockingChannel], object]] = {
    "declare": lambda queue, channel: channel.queue_declare(queue, durable=True),
    "delete": lambda queue, channel: channel.queue_delete(queue),
}
EXCHANGE_MAKERS: dict[str, Callable[[str, BlockingChannel], object]] = {
    "declare": lambda exchange, channel: channel.exchange_declare(exchange, "topic", durable=True),
    "delete": lambda exchange, channel: channel.exchange_delete(exchange),
}


def _connect(address: str) -> BlockingConnection:
    return pika.BlockingConnection(pika.URLParameters(address))


def _make(connection: BlockingConnection, queue: str) -> None:
    channel = connection.channel()
    channel.queue_declare(queue, durable=True)
    channel.close()
