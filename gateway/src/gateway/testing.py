"""A bus for the gateway's own tests and for those of front-end clients: it calls nobody."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from contracts.calls import Call, Reply
from contracts.errors import Refusal
from contracts.manifest import Manifest
from gateway.bus.port import BrokerUnavailable, Method


@dataclass
class FakeBus:
    """Gives each service's reply of `replies`, else `next`, and keeps what was asked.

    Only the service `listening` has listeners.
    """

    next: Reply | Refusal = field(default_factory=lambda: Reply(answer={}))
    replies: Mapping[str, Reply | Refusal] = field(default_factory=dict)
    connected: bool = True
    knows_services: bool = True
    calls: list[tuple[str, Method, Call]] = field(default_factory=list)
    listening: str = "funds"

    async def call(self, manifest: Manifest, method: Method, call: Call) -> Reply:
        """Give the service's reply, or raise its refusal."""
        self.calls.append((manifest.service, method, call))
        reply = self.replies.get(manifest.service, self.next)
        if isinstance(reply, Refusal):
            raise reply
        return reply

    async def listeners(self, service: str) -> int:
        """One process listens for the service `listening`."""
        if not self.connected:
            raise BrokerUnavailable
        return 1 if service == self.listening else 0

    @property
    def last(self) -> Call:
        """The newest call."""
        return self.calls[-1][2]
