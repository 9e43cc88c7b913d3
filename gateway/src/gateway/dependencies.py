"""What every route needs, made once when the gateway starts."""

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request

from gateway.bus.port import Bus
from gateway.catalog import Catalog
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


async def _gateway_of(request: Request) -> Gateway:
    gateway: Gateway = request.app.state.gateway
    return gateway


GatewayDep = Annotated[Gateway, Depends(_gateway_of)]
