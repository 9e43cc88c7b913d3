"""What every route needs, made once when the gateway starts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request

from gateway.bus.port import BrokerUnavailable, Bus, ServicesUnknown
from gateway.catalog import Catalog
from gateway.http.errors import UnknownRoute
from gateway.http.problem_types import ProblemTypes
from gateway.settings import GatewaySettings
from shared.tokens import Verifier


@dataclass(frozen=True)
class Gateway:
    """The parts of one running gateway."""

    settings: GatewaySettings
    bus: Bus
    catalog: Catalog
    verifier: Verifier
    problem_types: ProblemTypes = field(default_factory=ProblemTypes)

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
