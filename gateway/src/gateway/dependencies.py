"""What every route needs, made once when the gateway starts."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated, Self

from fastapi import Depends, Request

from gateway.bus.port import BrokerUnavailable, Bus, ServicesUnknown
from gateway.catalog import Catalog
from gateway.http.errors import UnknownRoute
from gateway.http.problem_types import ProblemTypes
from gateway.load.places import BusWithPlaces, Kind, Queue
from gateway.load.public_reads import PublicReads
from gateway.load.rates import Rate
from gateway.load.single_flight import SingleFlight
from gateway.session.exchange import Exchange
from gateway.session.key_ring import KeyRing
from gateway.session.users import verifier_of_users
from gateway.settings import GatewaySettings
from shared.tokens import Verifier


@dataclass(frozen=True)
class Gateway:
    """The parts of one running gateway."""

    settings: GatewaySettings
    bus: Bus
    catalog: Catalog
    ring: KeyRing
    verifier: Verifier
    exchange: Exchange
    users: Rate
    reads: PublicReads
    probes: SingleFlight[int] = field(default_factory=SingleFlight)
    acts: Counter[str] = field(default_factory=Counter)  # commands that came through here, by service
    problem_types: ProblemTypes = field(default_factory=ProblemTypes)

    @classmethod
    def of(cls, settings: GatewaySettings, bus: Bus, catalog: Catalog) -> Self:
        """Make the parts as the settings say, with the keys in SIGNING_DIR."""
        ring = KeyRing.of(settings)
        return cls(
            settings=settings,
            bus=with_places(bus, settings),
            catalog=catalog,
            ring=ring,
            verifier=verifier_of_users(settings, ring),
            exchange=Exchange(ring),
            users=Rate(settings.user_requests_per_second),
            reads=PublicReads(settings.public_read_seconds, settings.public_read_bytes),
        )

    @contextmanager
    def looking_up(self) -> Iterator[None]:
        """Look in the catalogue: before it is whole nobody can say that something is not there.

        Raises BrokerUnavailable, ServicesUnknown in place of UnknownRoute.
        """
        try:
            yield
        except UnknownRoute as unknown:
            if not self.bus.connected:
                raise BrokerUnavailable from unknown
            if not self.bus.knows_services:
                raise ServicesUnknown from unknown
            raise


def with_places(bus: Bus, settings: GatewaySettings) -> Bus:
    """Let each service work on so many calls at once."""
    at_once: dict[Kind, int] = {
        "command": settings.commands_at_once,
        "query": settings.queries_at_once,
        "public": settings.public_reads_at_once,
    }
    return BusWithPlaces(bus, at_once, Queue(settings.calls_waiting, settings.waiting_seconds))


async def _gateway_of(request: Request) -> Gateway:
    gateway: Gateway = request.app.state.gateway
    return gateway


GatewayDep = Annotated[Gateway, Depends(_gateway_of)]
