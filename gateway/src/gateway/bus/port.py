"""What the gateway needs of a bus, and how a bus says no."""

from typing import Literal, Protocol

from contracts.calls import Call, Reply
from contracts.errors import Kind, Refusal
from contracts.manifest import Manifest
from contracts.names import Name

Method = Literal["command", "query", "explain"]


class BrokerUnavailable(Refusal):
    """The broker cannot be reached now."""

    slug = "broker-unavailable"
    kind = Kind.UNAVAILABLE
    vi = "Hệ thống truyền tin đang gián đoạn; xin gửi lại sau với cùng khóa Idempotency-Key."
    en = "The message broker is away; please repeat with the same Idempotency-Key."


class ServicesUnknown(Refusal):
    """The gateway has not yet read what every service offers."""

    slug = "services-unknown"
    kind = Kind.UNAVAILABLE
    vi = "Cổng đang đọc danh mục dịch vụ; xin gửi lại sau giây lát với cùng khóa Idempotency-Key."
    en = "The gateway is still reading what services offer; repeat in a moment with the same Idempotency-Key."


class ServiceUnavailable(Refusal):
    """No process of the service answers."""

    slug = "service-unavailable"
    kind = Kind.UNAVAILABLE
    vi = (
        "Dịch vụ {service.vi} của {agency.vi} hiện không trả lời; xin gửi lại sau, cùng khóa Idempotency-Key."
    )
    en = (
        "The service {service.en} of {agency.en} does not answer; repeat later with the same Idempotency-Key."
    )

    def __init__(self, manifest: Manifest) -> None:
        """Name the agency whose service it is."""
        self.agency = manifest.agency
        super().__init__(service=_title_of(manifest), agency=Name(manifest.agency_vi, manifest.agency_en))


class ServiceBusy(ServiceUnavailable):
    """Too many calls to the service are under way; this one was not sent."""

    slug = "service-busy"
    vi = "Dịch vụ {service.vi} của {agency.vi} đang quá tải; xin gửi lại sau, cùng khóa Idempotency-Key."
    en = "The service {service.en} of {agency.en} is overloaded; repeat later with the same Idempotency-Key."


class ServiceFailed(Refusal):
    """The service answered something that is no reply."""

    slug = "service-failed"
    kind = Kind.INTERNAL
    vi = "Dịch vụ {service.vi} trả lời không đúng giao thức."
    en = "The service {service.en} gave an answer that is not of the protocol."

    def __init__(self, manifest: Manifest) -> None:
        """Name the service."""
        super().__init__(service=_title_of(manifest))


def _title_of(manifest: Manifest) -> Name:
    """What a service is called where people read; its code is for machines."""
    return Name(manifest.title_vi, manifest.title_en)


class Bus(Protocol):
    """A way to call services."""

    @property
    def connected(self) -> bool:
        """Whether the broker can be reached now."""

    @property
    def knows_services(self) -> bool:
        """Whether all published manifests have been read: what is not known then is not there."""

    async def call(self, manifest: Manifest, method: Method, call: Call) -> Reply:
        """Call a service. Raises BrokerUnavailable, ServiceUnavailable, ServiceFailed."""

    async def listeners(self, service: str) -> int:
        """Count the processes that take the service's calls now. Raises BrokerUnavailable."""
