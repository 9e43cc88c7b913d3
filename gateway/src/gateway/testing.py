"""A bus that a test plays, for the gateway's own tests and for those of front-end clients."""

from dataclasses import dataclass, field

from contracts.calls import Call, Reply
from contracts.errors import Refusal
from contracts.manifest import Manifest
from gateway.bus.port import BrokerUnavailable, Method


@dataclass
class PlayedBus:
    """Gives `next` to whoever calls, and keeps what was asked; only `heard` has listeners."""

    next: Reply | Refusal = field(default_factory=lambda: Reply(answer={}))
    connected: bool = True
    calls: list[tuple[str, Method, Call]] = field(default_factory=list)
    heard: str = "funds"

    async def call(self, manifest: Manifest, method: Method, call: Call) -> Reply:
        """Give the next reply, or raise the next refusal."""
        self.calls.append((manifest.service, method, call))
        if isinstance(self.next, Refusal):
            raise self.next
        return self.next

    async def listeners(self, service: str) -> int:
        """One process listens for the service heard."""
        if not self.connected:
            raise BrokerUnavailable
        return 1 if service == self.heard else 0

    @property
    def last(self) -> Call:
        """The newest call."""
        return self.calls[-1][2]
