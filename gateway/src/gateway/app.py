"""The application: its parts joined, and what starts and ends with it."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from fastapi import FastAPI

from gateway.bus.rabbit import RabbitBus
from gateway.catalog import Catalog
from gateway.dependencies import Gateway
from gateway.exception_handlers import add_handlers
from gateway.http.problem_details import ProblemDetails
from gateway.http.request_context import RequestContextMiddleware
from gateway.http.security_headers import SecurityHeadersMiddleware
from gateway.http.unread_bodies import UnreadBodiesMiddleware
from gateway.listening import listener
from gateway.load.admission import AdmissionMiddleware
from gateway.load.rates import Rate
from gateway.openapi.cache import DocumentCache
from gateway.routes import about, actor, authority, documentation, keys, operations, session, tasks
from gateway.session.signer import Signer
from gateway.settings import GatewaySettings

REFUSED = {"description": "Refused", "model": ProblemDetails}
REFUSALS: dict[int | str, dict[str, Any]] = {422: REFUSED, 429: REFUSED, 503: REFUSED}


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
        responses=REFUSALS,
        generate_unique_id_function=lambda route: f"gateway_{route.name}",
    )
    app.state.gateway = gateway
    app.state.documents = DocumentCache(lambda: app.routes, gateway.catalog)
    _add_middlewares(app, gateway)
    add_handlers(app, gateway)
    app.mount(documentation.SWAGGER_UI, documentation.swagger_ui())
    app.mount(documentation.PAGE_FILES, documentation.page_files())
    for each in (about, actor, authority, documentation, keys, tasks):
        app.include_router(each.router)
    if gateway.settings.demo_accounts:
        app.state.signer = Signer.of(gateway.settings, gateway.ring)
        app.include_router(session.router)
    app.include_router(operations.router)
    return app


def _add_middlewares(app: FastAPI, gateway: Gateway) -> None:
    """Put them around the application, each around those before it."""
    settings = gateway.settings
    app.add_middleware(
        AdmissionMiddleware,
        catalog=gateway.catalog,
        addresses=Rate(settings.address_requests_per_second),
        at_once=settings.requests_at_once,
    )
    app.add_middleware(RequestContextMiddleware, catalog=gateway.catalog)
    app.add_middleware(UnreadBodiesMiddleware)
    app.add_middleware(SecurityHeadersMiddleware)
