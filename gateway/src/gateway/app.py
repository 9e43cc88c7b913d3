"""The application: its parts joined, and what starts and ends with it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI
from fastapi_offline import FastAPIOffline

from gateway.bus.rabbit import RabbitBus
from gateway.catalog import Catalog
from gateway.context import Gateway
from gateway.http.problems import ProblemDocument
from gateway.http.trail import TrailMiddleware
from gateway.listening import listener
from gateway.openapi.document import TITLE, build
from gateway.refusing import add_handlers
from gateway.routes import about, authority, operations, session
from gateway.session.signer import Signer
from gateway.settings import GatewaySettings
from shared.tokens import Verifier

REFUSED = {"description": "Refused", "model": ProblemDocument}


def application(settings: GatewaySettings) -> FastAPI:
    """Make the application on RabbitMQ; its connection lives as long as the server."""
    catalog = Catalog()
    bus = RabbitBus(settings.amqp_url.get_secret_value(), settings.call_timeout_seconds, listener(catalog))

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        connecting = asyncio.create_task(bus.run())
        try:
            yield
        finally:
            connecting.cancel()
            with suppress(asyncio.CancelledError):
                await connecting

    app = assemble(Gateway(settings, bus, catalog, Verifier(settings)))
    app.router.lifespan_context = lifespan
    return app


def assemble(gateway: Gateway) -> FastAPI:
    """Make the application around any bus."""
    app: FastAPI = FastAPIOffline(
        title=TITLE,
        docs_url="/docs",
        redoc_url=None,
        redirect_slashes=False,
        responses={422: REFUSED, 503: REFUSED},
    )
    app.state.gateway = gateway
    app.openapi = lambda: build(app, gateway.catalog)  # type: ignore[method-assign]  # FastAPI's way to extend it
    app.add_middleware(TrailMiddleware, catalog=gateway.catalog)
    add_handlers(app, gateway)
    app.include_router(about.router)
    app.include_router(authority.router)
    if gateway.settings.demo_accounts:
        app.state.signer = Signer.of(gateway.settings)
        app.include_router(session.router)
    app.include_router(operations.router)
    return app
