"""RabbitMQ's definitions of a whole province: users, permissions, exchanges, queues, bindings.

The broker takes them as it starts (`load_definitions`), or later (`rabbitmqctl import_definitions`); what
stands there already stays. Passwords are in them as salted hashes.
"""

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from chungtay.broker.members import EVERYTHING, Member, exchange_and_key, sources
from chungtay.broker.rights import NOTHING, Topics, User, users
from chungtay.problems import Problem
from contracts.calls import RPC_EXCHANGE
from shared.bus.topology import (
    ALL_EVENTS,
    ALL_MANIFESTS,
    INBOX_ARGUMENTS,
    JOURNAL,
    MANIFEST_ARGUMENTS,
    MANIFESTS,
    MARKS,
    QUORUM,
    STREAM_ARGUMENTS,
    exchange_of,
    inbox_of,
    rpc_queue_of,
)

Json = dict[str, Any]
VHOST = "/"
ADMINISTRATOR = "chungtay"
SALT_BYTES = 4


def definitions(members: Sequence[Member], passwords: Mapping[str, str], inbox_queue: str = QUORUM) -> Json:
    """Return the document; `passwords` are those of every user, the administrator's among them.

    Raises Problem where two users would have one name.
    """
    known = users(members)
    _require_different([ADMINISTRATOR, *(user.name for user in known)])
    administrator = User(ADMINISTRATOR, configure=".*", write=".*", read=".*")
    topics = _topic_exchanges(members)
    return {
        "vhosts": [{"name": VHOST}],
        "users": [
            _user(ADMINISTRATOR, passwords, tags="administrator"),
            *(_user(user.name, passwords) for user in known),
        ],
        "permissions": [_permission(user) for user in (administrator, *known)],
        "topic_permissions": [_topic_permission(user, each) for user in known for each in topics],
        "exchanges": [
            *(_exchange(name, "topic") for name in topics),
            _exchange(ALL_MANIFESTS, "fanout"),
            _exchange(MARKS, "fanout"),
        ],
        "queues": _queues(members, inbox_queue),
        "bindings": _bindings(members),
    }


def encoded(document: Json) -> bytes:
    """Return the bytes of a file: the same definitions are always the same bytes."""
    return json.dumps(document, indent=1, sort_keys=True).encode() + b"\n"


def names_of_users(members: Sequence[Member]) -> list[str]:
    """Return all who need a password."""
    return [ADMINISTRATOR, *(user.name for user in users(members))]


def _require_different(names: Sequence[str]) -> None:
    for name, count in Counter(names).items():
        if count > 1:
            message = f"two users of the broker would be called {name}; rename the service"
            raise Problem(message)


def _topic_exchanges(members: Sequence[Member]) -> list[str]:
    """Without a row of its own a user may use any key of a topic exchange, so each pair gets one."""
    return [RPC_EXCHANGE, ALL_EVENTS, *(exchange_of(source) for source in sources(members))]


def _user(name: str, passwords: Mapping[str, str], tags: str = "") -> Json:
    return {
        "name": name,
        "password_hash": _hashed(name, passwords[name]),
        "hashing_algorithm": "rabbit_password_hashing_sha256",
        "tags": tags,
    }


def _hashed(name: str, password: str) -> str:
    """Hash as RabbitMQ does. The salt comes from both, so that a start changes nothing by itself."""
    salt = hashlib.sha256(f"{name}\0{password}".encode()).digest()[:SALT_BYTES]
    return base64.b64encode(salt + hashlib.sha256(salt + password.encode()).digest()).decode()


def _permission(user: User) -> Json:
    return {
        "user": user.name,
        "vhost": VHOST,
        "configure": user.configure,
        "write": user.write,
        "read": user.read,
    }


def _topic_permission(user: User, exchange: str) -> Json:
    topics = user.topics.get(exchange, Topics(NOTHING, NOTHING))
    return {
        "user": user.name,
        "vhost": VHOST,
        "exchange": exchange,
        "write": topics.write,
        "read": topics.read,
    }


def _exchange(name: str, kind: str) -> Json:
    return {
        "name": name,
        "vhost": VHOST,
        "type": kind,
        "durable": True,
        "auto_delete": False,
        "internal": False,
        "arguments": {},
    }


def _queues(members: Sequence[Member], inbox_queue: str) -> list[Json]:
    inboxes = [_queue(inbox_of(each.service), INBOX_ARGUMENTS[inbox_queue]) for each in members]
    calls = [_queue(rpc_queue_of(name), {}) for each in members for name in each.hosts]
    streams = [_queue(JOURNAL, STREAM_ARGUMENTS), _queue(MANIFESTS, MANIFEST_ARGUMENTS)]
    return [*inboxes, *calls, *streams]


def _queue(name: str, arguments: Mapping[str, Any]) -> Json:
    return {
        "name": name,
        "vhost": VHOST,
        "durable": True,
        "auto_delete": False,
        "arguments": dict(arguments),
    }


def _bindings(members: Sequence[Member]) -> list[Json]:
    inboxes = [
        _binding(*_heard_from(wire_type), inbox_of(member.service))
        for member in members
        for wire_type in member.hears
    ]
    calls = [
        _binding(RPC_EXCHANGE, f"{name}.*", rpc_queue_of(name)) for each in members for name in each.hosts
    ]
    to_all = [_binding(exchange_of(each), "#", ALL_EVENTS, kind="exchange") for each in sources(members)]
    streams = [
        _binding(ALL_EVENTS, "#", JOURNAL),
        _binding(MARKS, JOURNAL, JOURNAL),
        _binding(ALL_MANIFESTS, MANIFESTS, MANIFESTS),
    ]
    return [*inboxes, *calls, *to_all, *streams]


def _heard_from(wire_type: str) -> tuple[str, str]:
    return (ALL_EVENTS, "#") if wire_type == EVERYTHING else exchange_and_key(wire_type)


def _binding(source: str, key: str, destination: str, kind: str = "queue") -> Json:
    return {
        "source": source,
        "vhost": VHOST,
        "destination": destination,
        "destination_type": kind,
        "routing_key": key,
        "arguments": {},
    }
