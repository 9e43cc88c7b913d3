"""The bus on RabbitMQ: one connection in the server's own event loop, made again whenever it is lost."""

import asyncio
import itertools
from collections.abc import Iterator

import structlog
from pika import URLParameters
from pydantic import BaseModel, ConfigDict, ValidationError

from contracts.calls import Call, Reply
from contracts.manifest import Manifest
from gateway.bus.awaitable import Connection
from gateway.bus.port import BrokerUnavailable, Method, ServiceFailed, ServiceUnavailable
from gateway.bus.rpc_channel import LOST, OnManifest, RpcChannel, Unroutable
from shared.bus.topology import reading_host_of

PAUSES_SECONDS = (0.1, 0.2, 0.4)
LONGEST_PAUSE_SECONDS = 0.5
HEARTBEAT_SECONDS = 20
BLOCKED_SECONDS = 5
# Of a call's time: so long it may lie in its queue, so long until the service begins; the rest is for the
# act. So none begins after its caller was told that it failed, whatever the clocks say.
IN_QUEUE, TO_BEGIN = 0.4, 0.4
# That somebody listens is believed for a moment; the queue's expiry sees to the rest.
HEARD_SECONDS = 1.0
# Few services have a host for readings alone, and to ask for a queue that is not there costs a channel.
NONE_SECONDS = 60.0
log = structlog.get_logger()


class NamekoReply(BaseModel):
    """The body of an answer of nameko's RPC."""

    model_config = ConfigDict(extra="ignore")

    result: Reply | None
    error: dict[str, object] | None


class RabbitBus:
    """Calls services by nameko's RPC protocol, with a time limit in seconds."""

    def __init__(self, url: str, seconds: float, on_manifest: OnManifest, *, declares: bool = True) -> None:
        self._parameters = _parameters(url)
        self._seconds = seconds
        self._on_manifest = on_manifest
        self._declares = declares
        self._rpc: RpcChannel | None = None
        self._heard: dict[str, float] = {}
        self._none: dict[str, float] = {}

    @property
    def connected(self) -> bool:
        """Whether the broker can be reached now."""
        return self._rpc is not None

    @property
    def knows_services(self) -> bool:
        """Whether every manifest that was there when the connection was made has been read."""
        return self._rpc is not None and self._rpc.has_read_manifests

    async def run(self) -> None:
        """Connect and stay connected until cancelled."""
        pauses = _pauses()
        while True:
            try:
                await self._use_one_connection()
                pauses = _pauses()
            except LOST as error:
                log.warning("broker not reached", error=repr(error))
            except Exception:
                log.exception("bus failed")
            await asyncio.sleep(next(pauses))

    async def call(self, manifest: Manifest, method: Method, call: Call) -> Reply:
        """Call a service. Raises BrokerUnavailable, ServiceUnavailable, ServiceFailed."""
        timed = call.model_copy(update={"milliseconds": round(self._seconds * TO_BEGIN * 1000)})
        try:
            async with asyncio.timeout(self._seconds):
                host = await self._host(manifest, method)
                expires = self._seconds * IN_QUEUE
                body = await self._open_channel().send(manifest.service, f"{host}.{method}", timed, expires)
        except (Unroutable, TimeoutError) as error:
            raise ServiceUnavailable(manifest) from error
        except LOST as error:
            raise BrokerUnavailable from error
        return _reply(manifest, body)

    async def listeners(self, service: str) -> int:
        """Count the processes that take the service's calls now. Raises BrokerUnavailable."""
        try:
            async with asyncio.timeout(self._seconds):
                return await self._open_channel().listeners(service)
        except (*LOST, TimeoutError) as error:
            raise BrokerUnavailable from error

    async def _host(self, manifest: Manifest, method: Method) -> str:
        """Under which name somebody takes the call now. Raises ServiceUnavailable, BrokerUnavailable."""
        if method == "query" and await self._reads_apart(manifest.service):
            return reading_host_of(manifest.service)
        if await self._listens(manifest.service):
            return manifest.service
        raise ServiceUnavailable(manifest)

    async def _reads_apart(self, service: str) -> bool:
        """Whether the service has hosts for readings alone; that it has none is believed for a while.

        It is believed before it is asked, so that many calls at once ask once.
        """
        apart, now = reading_host_of(service), asyncio.get_running_loop().time()
        if self._none.get(apart, 0) > now:
            return False
        if self._heard.get(apart, 0) < now:
            self._none[apart] = now + NONE_SECONDS
        if not await self._listens(apart):
            return False
        self._none.pop(apart, None)
        return True

    async def _listens(self, host: str) -> bool:
        """Whether somebody takes the calls to a name, as was seen a moment ago or is seen now."""
        now = asyncio.get_running_loop().time()
        if self._heard.get(host, 0) < now:
            if not await self.listeners(host):
                return False
            self._heard[host] = now + HEARD_SECONDS
        return True

    def _open_channel(self) -> RpcChannel:
        if self._rpc is None:
            raise BrokerUnavailable
        return self._rpc

    async def _use_one_connection(self) -> None:
        connection = await Connection.open(self._parameters)
        try:
            user = self._parameters.credentials.username
            rpc = await RpcChannel.open(connection, user, self._on_manifest, declares=self._declares)
            self._rpc = rpc
            self._heard.clear()
            self._none.clear()
            log.info("broker connected")
            reason = await connection.lost
            log.warning("broker lost", reason=repr(reason))
            rpc.fail(reason)
        finally:
            self._rpc = None
            connection.close()


def _parameters(url: str) -> URLParameters:
    parameters = URLParameters(url)
    parameters.heartbeat = HEARTBEAT_SECONDS
    # A call that a blocked broker let in late would run after its caller was told that it failed.
    parameters.blocked_connection_timeout = BLOCKED_SECONDS
    parameters.client_properties = {"connection_name": "gateway"}
    return parameters


def _pauses() -> Iterator[float]:
    """Seconds between attempts, for ever."""
    return itertools.chain(PAUSES_SECONDS, itertools.repeat(LONGEST_PAUSE_SECONDS))


def _reply(manifest: Manifest, body: bytes) -> Reply:
    try:
        answer = NamekoReply.model_validate_json(body)
    except ValidationError as error:
        raise ServiceFailed(manifest) from error
    if answer.result is None:
        log.error("service failed", service=manifest.service, error=(answer.error or {}).get("exc_type"))
        raise ServiceFailed(manifest)
    return answer.result
