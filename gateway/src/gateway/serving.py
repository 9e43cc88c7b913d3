"""How uvicorn serves: whose word on addresses it takes, how many connections, how long it waits."""

import asyncio
from typing import Any, ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from gateway.settings import GatewaySettings

KEEP_ALIVE_SECONDS = 30


class HeadInTime(H11Protocol):
    """uvicorn's protocol, which gives no time limit to a request's head; ours ends such a connection."""

    seconds: ClassVar[float]
    cycle: RequestResponseCycle | None  # type: ignore[assignment]  # None until the first request
    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first head."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Wait for a head that has begun; stop where it is here whole."""
        super().data_received(data)
        if self.cycle is None or self.cycle.response_complete:
            self._wait()
        else:
            self._wait_no_more()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing."""
        self._wait_no_more()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._late is None:
            self._late = self.loop.call_later(self.seconds, self.transport.close)

    def _wait_no_more(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None


def server_options(settings: GatewaySettings) -> dict[str, Any]:
    """Return the options with which `uvicorn.run` serves the application."""

    class Protocol(HeadInTime):
        seconds = settings.request_seconds

    return {
        "host": settings.gateway_host,
        "port": settings.gateway_port,
        "http": Protocol,
        "proxy_headers": bool(settings.trusted_proxies),
        "forwarded_allow_ips": settings.trusted_proxies,
        "limit_concurrency": settings.connections_at_once,
        "timeout_keep_alive": KEEP_ALIVE_SECONDS,
        "access_log": False,
        "log_config": None,
        "server_header": False,
    }
