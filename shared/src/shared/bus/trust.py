"""Whom a message is from: what the broker says of it must agree with what it says of itself.

The broker vouches for three things: the exchange to which a message was published, its routing key, and the
user who published it. Where each service has a user of its own, only its relay can have published its events.
The service itself vouches for the bytes, by its signature: that holds when no broker is asked any more.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import ValidationError

from contracts.envelope import Envelope
from shared.bus.proving import Prover
from shared.bus.sealing import HEADER, LONGEST
from shared.bus.topology import exchange_of, relay_user

UNREADABLE = "unreadable"
MISTRUSTED = "mistrusted"
# An inbox keeps these under such a name in place of a source: they are nobody's events.
NO_EVENTS = frozenset({UNREADABLE, MISTRUSTED})


class Delivery(NamedTuple):
    """A message as the broker hands it over."""

    body: bytes
    exchange: str
    routing_key: str
    user: str | None
    headers: Mapping[str, Any] | None = None

    @property
    def proof(self) -> bytes | None:
        """The proof that its service signed it, if that can be one."""
        found = self.headers.get(HEADER) if self.headers else None
        return found if isinstance(found, bytes) and len(found) <= LONGEST else None

    @classmethod
    def of(cls, method: Any, properties: Any, body: bytes) -> "Delivery":
        """Take what pika gives with a message."""
        return cls(body, method.exchange, method.routing_key, properties.user_id, properties.headers)


class Mistrusted(NamedTuple):
    """A message that is kept and not applied: of which kind, and what is wrong, without any of its values."""

    kind: str
    cause: str


@dataclass(frozen=True)
class Trust:
    """What a receiver can check.

    `users_apart` says that the broker knows each service by its own user; without a prover no signature is
    asked for, as where nobody has a key.
    """

    users_apart: bool
    prover: Prover | None = None

    def verified(self, delivery: Delivery) -> Envelope | Mistrusted:
        """Return the event that a message is, if all that is said of it agrees."""
        try:
            envelope = Envelope.decode(delivery.body)
        except (ValidationError, RecursionError) as error:
            return Mistrusted(UNREADABLE, _faults(error))
        wrong = self._contradictions(delivery, envelope) or self._unproven(delivery, envelope)
        return Mistrusted(MISTRUSTED, ", ".join(wrong)) if wrong else envelope

    def _contradictions(self, delivery: Delivery, envelope: Envelope) -> list[str]:
        service, key = envelope.service, envelope.routing_key
        agree = {
            "type": envelope.type == f"{service}.{key}",
            "exchange": delivery.exchange == exchange_of(service),
            "routing key": delivery.routing_key == key,
            "user": delivery.user == relay_user(service) or not self.users_apart,
        }
        return [name for name, agrees in agree.items() if not agrees]

    def _unproven(self, delivery: Delivery, envelope: Envelope) -> list[str]:
        if self.prover is None:
            return []
        wrong = self.prover.wrong(envelope.service, delivery.body, delivery.proof)
        return [wrong] if wrong else []


def _faults(error: ValidationError | RecursionError) -> str:
    """Name what is wrong by its fields; their values may be anything, and stay in the body."""
    if isinstance(error, RecursionError):
        return type(error).__name__
    fields = {str(place) for fault in error.errors(include_input=False) for place in fault["loc"][:1]}
    return ", ".join(sorted(fields)) or "no JSON object"
