"""What every route needs, made once when the gateway starts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated, Self

from fastapi import Depends, Request

from gateway.bus.port import BrokerUnavailable, Bus, ServicesUnknown
from gateway.catalog import Catalog
from gateway.http.errors import UnknownRoute
from gateway.http.problem_types import ProblemTypes
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
    problem_types: ProblemTypes = field(default_factory=ProblemTypes)

    @classmethod
    def of(cls, settings: GatewaySettings, bus: Bus, catalog: Catalog) -> Self:
        """Make the parts that have to do with tokens, with the keys in SIGNING_DIR."""
        ring = KeyRing.of(settings)
        return cls(settings, bus, catalog, ring, verifier_of_users(settings, ring), Exchange(ring))

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


async def _gateway_of(request: Request) -> Gateway:
    gateway: Gateway = request.app.state.gateway
    return gateway


GatewayDep = Annotated[Gateway, Depends(_gateway_of)]
