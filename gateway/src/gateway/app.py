"""The application: its parts joined, and what starts and ends with it."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI

from gateway.bus.rabbit import RabbitBus
from gateway.catalog import Catalog
from gateway.dependencies import Gateway
from gateway.exception_handlers import add_handlers
from gateway.http.problem_details import ProblemDetails
from gateway.http.request_context import RequestContextMiddleware
from gateway.listening import listener
from gateway.openapi.cache import DocumentCache
from gateway.routes import about, actor, authority, documentation, keys, operations, session, tasks
from gateway.session.signer import Signer
from gateway.settings import GatewaySettings

REFUSED = {"description": "Refused", "model": ProblemDetails}


def application(settings: GatewaySettings) -> FastAPI:
    """Make the application on RabbitMQ; its connection lives as long as the server."""
    catalog = Catalog()
    given = settings.topology_is_given
    bus = RabbitBus(
        settings.amqp_url.get_secret_value(),
        settings.call_timeout_seconds,
        listener(catalog, users_apart=given),
        declares=not given,
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        gateway.ring.show(time.time())
        connecting = asyncio.create_task(bus.run())
        try:
            yield
        finally:
            connecting.cancel()
            with suppress(asyncio.CancelledError):
                await connecting

    gateway = Gateway.of(settings, bus, catalog)
    app = assemble(gateway)
    app.router.lifespan_context = lifespan
    return app


def assemble(gateway: Gateway) -> FastAPI:
    """Make the application around any bus."""
    app = FastAPI(
        openapi_url=None,
        redirect_slashes=False,
        responses={422: REFUSED, 503: REFUSED},
        generate_unique_id_function=lambda route: f"gateway_{route.name}",
    )
    app.state.gateway = gateway
    app.state.documents = DocumentCache(lambda: app.routes, gateway.catalog)
    app.add_middleware(RequestContextMiddleware, catalog=gateway.catalog)
    add_handlers(app, gateway)
    app.mount(documentation.SWAGGER_UI, documentation.swagger_ui())
    for each in (about, actor, authority, documentation, keys, tasks):
        app.include_router(each.router)
    if gateway.settings.demo_accounts:
        app.state.signer = Signer.of(gateway.settings, gateway.ring)
        app.include_router(session.router)
    app.include_router(operations.router)
    return app
