"""Who gets in: so many requests of one address, and so many at once."""

import asyncio
import math
from collections.abc import Awaitable, Callable
from ipaddress import IPv6Address, ip_address

from starlette.types import ASGIApp, Receive, Scope, Send

from contracts.errors import Refusal
from gateway.catalog import Catalog
from gateway.http.errors import GatewayBusy, TooManyRequests
from gateway.http.problem_details import answer_refusal
from gateway.http.request_context import RequestContext
from gateway.load.rates import Rate

# What a load balancer or an operator asks when there is too much of everything else.
ALWAYS = "/health"
# Whoever asks too often is told so a moment later, and so asks less often; beyond so many at once.
PAUSE_SECONDS, MOST_PAUSING = 1.0, 500
NETWORK_BITS = 64


class AdmissionMiddleware:
    """Answers 429 to an address that asks too often, 503 where too many requests are under way."""

    def __init__(
        self,
        app: ASGIApp,
        catalog: Catalog,
        addresses: Rate,
        at_once: int,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._app, self._catalog = app, catalog
        self._addresses, self._at_once, self._pause = addresses, at_once, pause
        self._under_way = self._pausing = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif seconds := self._addresses.wait(address_of(scope)):
            await self._put_off()
            refusal = TooManyRequests.of_address(self._addresses.per_second, math.ceil(seconds))
            await self._refuse(refusal, scope, receive, send)
        elif self._under_way >= self._at_once and scope["path"] != ALWAYS:
            await self._refuse(GatewayBusy(), scope, receive, send)
        else:
            await self._admit(scope, receive, send)

    async def _admit(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._under_way += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._under_way -= 1

    async def _put_off(self) -> None:
        if self._pausing >= MOST_PAUSING:
            return
        self._pausing += 1
        try:
            await self._pause(PAUSE_SECONDS)
        finally:
            self._pausing -= 1

    async def _refuse(self, refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
        context: RequestContext = scope["state"]["context"]
        context.notes["slug"] = refusal.slug
        await answer_refusal(refusal, scope["path"], context.language, self._catalog)(scope, receive, send)


def address_of(scope: Scope) -> str:
    """Return whose allowance a request uses up: its address, of IPv6 the network that one subscriber has."""
    host = scope["client"][0] if scope.get("client") else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return f"{int(address) >> NETWORK_BITS:x}::/{NETWORK_BITS}"
    return host
