"""What the gateway says of itself, of the services, and of problems."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Request, Response

from contracts.manifest import Manifest
from contracts.messages import Answer
from contracts.names import VI, Named
from gateway.bus.port import BrokerUnavailable
from gateway.catalog import CatalogEntry
from gateway.dependencies import Gateway, GatewayDep
from gateway.http.problem_types import ProblemType
from gateway.http.request_context import context_of
from gateway.openapi.texts import vietnamese
from gateway.values import (
    AgencyCode,
    EnglishName,
    EventType,
    FunctionCode,
    ServiceName,
    Version,
    VietnameseName,
)
from shared.clock import system_clock

UNAVAILABLE = 503
IN_SHORT = {"name", "method", "summary", "summary_vi", "public", "duties"}
router = APIRouter(tags=["gateway"])


class ServiceHealth(Answer, vi="Tình trạng của một dịch vụ"):
    """One service as the gateway sees it; `listeners` is null where the broker cannot be asked."""

    service: ServiceName
    agency: AgencyCode
    manifest_at: Annotated[datetime, Named("Thời điểm công bố bản kê khai", "Manifest published at")]
    manifest_age_seconds: Annotated[int, Named("Tuổi bản kê khai (giây)", "Age of the manifest in seconds")]
    listeners: Annotated[int, Named("Số tiến trình đang nhận", "Listening processes")] | None


class Health(Answer, vi="Tình trạng hệ thống"):
    """Whether calls can be made; `degraded` when a service known here has nobody listening."""

    status: Annotated[
        Literal["ok", "degraded"],
        Named("Tình trạng", "Status", codes={"ok": "Bình thường", "degraded": "Có phần gián đoạn"}),
    ]
    broker: Annotated[
        Literal["connected", "away"],
        Named("Hệ thống truyền tin", "Broker", codes={"connected": "Đã kết nối", "away": "Gián đoạn"}),
    ]
    services: Annotated[list[ServiceHealth], Named("Các dịch vụ", "Services")]


class Agency(Answer, vi="Cơ quan"):
    """The agency that runs a service."""

    code: AgencyCode
    name_vi: VietnameseName
    name_en: EnglishName


class OperationInShort(Answer, vi="Thao tác"):
    """One address of a service."""

    name: Annotated[str, Named("Tên thao tác", "Name of the operation")]
    method: Annotated[str, Named("Phương thức HTTP", "HTTP method")]
    path: Annotated[str, Named("Địa chỉ", "Address")]
    summary: Annotated[str, Named("Tóm tắt tiếng Anh", "English summary")]
    summary_vi: Annotated[str, Named("Tóm tắt", "Vietnamese summary")]
    public: Annotated[bool, Named("Ai cũng đọc được", "Open to anyone")]
    duties: Annotated[list[str], Named("Nhiệm vụ của Chương trình", "Duties of the programme")]


class ServiceInShort(Answer, vi="Dịch vụ"):
    """A manifest without its schemas."""

    service: ServiceName
    version: Version
    title_vi: VietnameseName
    title_en: EnglishName
    function: FunctionCode
    agency: Agency
    operations: Annotated[list[OperationInShort], Named("Các thao tác", "Operations")]
    events_out: Annotated[list[EventType], Named("Sự kiện phát đi", "Events published")]
    events_in: Annotated[list[EventType], Named("Sự kiện tiếp nhận", "Events listened to")]

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
                    **each.model_dump(include=IN_SHORT),
                    path=f"/v1/{manifest.service}{each.path}",
                )
                for each in operations
            ],
            events_out=[event.name for event in manifest.events_out],
        )


class Services(Answer, vi="Danh sách dịch vụ"):
    """All services known here."""

    items: Annotated[list[ServiceInShort], Named("Danh sách", "Items")]


@router.get(
    "/health",
    summary="Health of the system",
    openapi_extra=vietnamese(
        "Tình trạng hệ thống",
        "Hệ thống truyền tin và các dịch vụ có trả lời không; 503 khi hệ thống truyền tin gián đoạn.",
    ),
)
async def health(gateway: GatewayDep, response: Response) -> Health:
    """Say whether the broker and the services can be reached; 503 while the broker is away."""
    services = [await _health_of(entry, gateway) for entry in gateway.catalog]
    response.headers["Cache-Control"] = "no-store"
    if not gateway.bus.connected:
        response.status_code = UNAVAILABLE
    silent = not gateway.bus.connected or any(not each.listeners for each in services)
    return Health(
        status="degraded" if silent else "ok",
        broker="connected" if gateway.bus.connected else "away",
        services=services,
    )


@router.get(
    "/v1/services",
    summary="List the services",
    openapi_extra=vietnamese(
        "Danh sách dịch vụ", "Các dịch vụ kèm cơ quan chủ quản, thao tác, sự kiện phát đi và tiếp nhận."
    ),
)
async def list_services(gateway: GatewayDep) -> Services:
    """List the services with their agencies, operations, and events out and in."""
    return Services(items=[ServiceInShort.of(entry.manifest) for entry in gateway.catalog])


@router.get(
    "/problems/{slug}",
    summary="Explain a problem type",
    openapi_extra=vietnamese("Giải thích một loại lỗi", "Loại lỗi nghĩa là gì và nên làm gì."),
)
async def explain_problem(
    request: Request,
    gateway: GatewayDep,
    slug: Annotated[str, Path(title="Slug of the problem type", json_schema_extra={VI: "Mã loại lỗi"})],
    response: Response,
) -> ProblemType:
    """Say what a type of problem means and what to do."""
    language = context_of(request).language
    response.headers["Content-Language"] = language
    return gateway.problem_types.explain(slug, language)


async def _health_of(entry: CatalogEntry, gateway: Gateway) -> ServiceHealth:
    return ServiceHealth(
        service=entry.manifest.service,
        agency=entry.manifest.agency,
        manifest_at=entry.published_at,
        manifest_age_seconds=round((system_clock() - entry.published_at).total_seconds()),
        listeners=await _listeners(gateway, entry.manifest.service),
    )


async def _listeners(gateway: Gateway, service: str) -> int | None:
    """Ask the broker, once for all who want to know just now."""
    try:
        return await gateway.probes.do(service, lambda: gateway.bus.listeners(service))
    except BrokerUnavailable:
        return None
