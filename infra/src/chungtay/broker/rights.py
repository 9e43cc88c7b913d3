"""What each user of the broker may do; nothing else, and nobody may declare what services share.

Each service has two users, named after it: its host takes its events and calls, answers calls, publishes
what it offers, reads the journal, and puts marks there to find its end; its relay publishes its events and
reads nothing. The gateway calls services and reads their manifests. An operator reads the journal,
with marks too. `infra/broker-rights.txt` says the same in a list that a test holds a broker to: here are
regular expressions, there is what they let.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from chungtay.broker.members import Member
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
    reading_host_of,
    relay_user,
    rpc_queue_of,
)

OPERATOR = "operator"
METHODS = ("command", "query", "explain")
UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
NOTHING = "^$"
REPLIES = rf"rpc\.reply-{GATEWAY_USER}-{UUID}"


@dataclass(frozen=True)
class Topics:
    """With which routing keys of one topic exchange a user may publish, and bind: regular expressions."""

    write: str = NOTHING
    read: str = NOTHING


@dataclass(frozen=True)
class User:
    """A user's permissions as RabbitMQ has them: regular expressions over names of queues and exchanges."""

    name: str
    configure: str = NOTHING
    write: str = NOTHING
    read: str = NOTHING
    topics: Mapping[str, Topics] = field(default_factory=dict)


def users(members: Sequence[Member]) -> list[User]:
    """Return every user but the administrator, whose password no process of the suite knows."""
    services = [user for member in members for user in (_host(member), _relay(member))]
    return [*services, _gateway(members), User(OPERATOR, write=_any_of(MARKS), read=_any_of(JOURNAL))]


def _host(member: Member) -> User:
    """A service's host. It answers callers of its own: the gateway, or whoever uses nameko's client."""
    service = member.service
    answers = Topics(write=rf"^(reply\.{re.escape(service)}\.)?{UUID}$")
    return User(
        host_user(service),
        write=_any_of(RPC_EXCHANGE, ALL_MANIFESTS, MARKS),
        read=_any_of(inbox_of(service), *map(rpc_queue_of, member.hosts), JOURNAL, MANIFESTS),
        topics={RPC_EXCHANGE: answers},
    )


def _relay(member: Member) -> User:
    exchange = exchange_of(member.service)
    return User(
        relay_user(member.service),
        write=_any_of(exchange),
        topics={exchange: Topics(write=_any_of(*member.keys))},
    )


def _gateway(members: Iterable[Member]) -> User:
    """The gateway. Its queue of replies is the one thing on the broker that comes and goes."""
    calls = [call for member in members for call in calls_of(member)]
    return User(
        GATEWAY_USER,
        configure=f"^{REPLIES}$",
        write=_any_of(RPC_EXCHANGE, ALL_MANIFESTS, pattern=REPLIES),
        read=_any_of(RPC_EXCHANGE, MANIFESTS, pattern=REPLIES),
        topics={RPC_EXCHANGE: Topics(write=_any_of(*calls), read=rf"^reply\.\*\.{UUID}$")},
    )


def calls_of(member: Member) -> list[str]:
    """The routing keys of calls to a service; a host for readings alone is asked queries."""
    return [*(f"{member.service}.{method}" for method in METHODS), f"{reading_host_of(member.service)}.query"]


def _any_of(*names: str, pattern: str | None = None) -> str:
    """Match these names alone, and a pattern; without any, nothing."""
    alternatives = [*map(re.escape, names), *filter(None, [pattern])]
    return f"^({'|'.join(alternatives)})$" if alternatives else NOTHING
