"""What the gateway says of itself, of the services, and of problems."""

from datetime import datetime

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from contracts.manifest import Manifest
from gateway.bus.port import BrokerUnavailable, Bus
from gateway.catalog import Offer
from gateway.context import Gateway, Here
from gateway.http.glossary import Explanation
from gateway.http.language import language_of
from shared.clock import system_clock

UNAVAILABLE = 503
router = APIRouter(tags=["gateway"])


class ServiceHealth(BaseModel):
    """One service as the gateway sees it; `listeners` is null where the broker cannot be asked."""

    service: str
    agency: str
    manifest_at: datetime
    manifest_age_seconds: int
    listeners: int | None


class Health(BaseModel):
    """Whether calls can be made; `degraded` when a service known here has nobody listening."""

    status: str
    broker: str
    services: list[ServiceHealth]


class Agency(BaseModel):
    """The agency that runs a service."""

    code: str
    name_vi: str
    name_en: str


class OperationInShort(BaseModel):
    """One address of a service."""

    name: str
    method: str
    path: str
    summary: str
    public: bool
    duties: list[str]


class ServiceInShort(BaseModel):
    """A manifest without its schemas."""

    service: str
    version: str
    title_vi: str
    title_en: str
    function: str
    agency: Agency
    operations: list[OperationInShort]
    events_out: list[str]
    events_in: list[str]

    @classmethod
    def of(cls, manifest: Manifest) -> "ServiceInShort":
        """Leave out the schemas."""
        operations = (*manifest.commands, *manifest.queries)
        return cls(
            **manifest.model_dump(
                include={"service", "version", "title_vi", "title_en", "function", "events_in"}
            ),
            agency=Agency(code=manifest.agency, name_vi=manifest.agency_vi, name_en=manifest.agency_en),
            operations=[
                OperationInShort(
                    **each.model_dump(include={"name", "method", "summary", "public", "duties"}),
                    path=f"/v1/{manifest.service}{each.path}",
                )
                for each in operations
            ],
            events_out=[event.name for event in manifest.events_out],
        )


class Services(BaseModel):
    """All services known here."""

    items: list[ServiceInShort]


@router.get("/health")
async def health(gateway: Here, response: Response) -> Health:
    """Say whether the broker and the services can be reached; 503 while the broker is away."""
    services = [await _health_of(offer, gateway) for offer in gateway.catalog]
    response.headers["Cache-Control"] = "no-store"
    if not gateway.bus.connected:
        response.status_code = UNAVAILABLE
    silent = not gateway.bus.connected or any(not each.listeners for each in services)
    return Health(
        status="degraded" if silent else "ok",
        broker="connected" if gateway.bus.connected else "away",
        services=services,
    )


@router.get("/v1/services")
async def list_services(gateway: Here) -> Services:
    """List the services with their agencies, operations, and events out and in."""
    return Services(items=[ServiceInShort.of(offer.manifest) for offer in gateway.catalog])


@router.get("/problems/{slug}")
async def explain_problem(request: Request, gateway: Here, slug: str, response: Response) -> Explanation:
    """Say what a sort of problem means and what to do."""
    language = language_of(request.headers.get("Accept-Language", ""))
    response.headers["Content-Language"] = language
    return gateway.glossary.explain(slug, language)


async def _health_of(offer: Offer, gateway: Gateway) -> ServiceHealth:
    return ServiceHealth(
        service=offer.manifest.service,
        agency=offer.manifest.agency,
        manifest_at=offer.announced_at,
        manifest_age_seconds=round((system_clock() - offer.announced_at).total_seconds()),
        listeners=await _listeners(gateway.bus, offer.manifest.service),
    )


async def _listeners(bus: Bus, service: str) -> int | None:
    try:
        return await bus.listeners(service)
    except BrokerUnavailable:
        return None
