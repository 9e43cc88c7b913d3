"""Too much at once: what is shed, and what stays at work."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import httpx
import pytest

from contracts.calls import Call, Reply
from contracts.manifest import Manifest
from gateway.app import assemble
from gateway.bus.port import Method, ServiceBusy
from gateway.catalog import Catalog
from gateway.dependencies import Gateway
from gateway.load.places import Places, Queue
from gateway.settings import GatewaySettings
from gateway.testing import FakeBus

pytestmark = pytest.mark.anyio
LIST, ACT = "/v1/funds/donations", "/v1/funds/drives/drv_1/donations"
PUBLIC, WAITING, PATIENCE_SECONDS = 2, 3, 30


@dataclass
class HangingBus(FakeBus):
    """Answers questions when the test lets it, and commands at once."""

    may_answer: asyncio.Event = field(default_factory=asyncio.Event)
    asked: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))

    async def call(self, manifest: Manifest, method: Method, call: Call) -> Reply:
        """Wait for the test."""
        reply = await super().call(manifest, method, call)
        self.asked.release()
        if method == "query":
            await self.may_answer.wait()
        return reply


@pytest.fixture
def bus() -> HangingBus:
    return HangingBus(Reply(answer={"id": "don_1"}))


@pytest.fixture
async def busy(
    settings: GatewaySettings, bus: HangingBus, catalog: Catalog
) -> AsyncIterator[tuple[httpx.AsyncClient, list[asyncio.Task[httpx.Response]]]]:
    """Give a gateway at whose service so many different public reads are under way or wait."""
    limits = {
        "public_reads_at_once": PUBLIC,
        "calls_waiting": WAITING,
        "waiting_seconds": 60,
        "requests_at_once": PUBLIC + WAITING + 1,
    }
    app = assemble(Gateway.of(settings.model_copy(update=limits), bus, catalog))
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as client:
        reads = [
            asyncio.create_task(client.get(f"{LIST}?limit={number}")) for number in range(PUBLIC + WAITING)
        ]
        async with asyncio.timeout(PATIENCE_SECONDS):
            for _ in range(PUBLIC):
                await bus.asked.acquire()
            yield client, reads
            bus.may_answer.set()
            await asyncio.gather(*reads)


Busy = tuple[httpx.AsyncClient, list[asyncio.Task[httpx.Response]]]


async def test_a_burst_of_public_reads_leaves_commands_and_the_signed_in_at_work(
    busy: Busy, bus: HangingBus, signed_in: dict[str, str]
) -> None:
    client, reads = busy
    shed = await client.get(f"{LIST}?limit=99")
    assert (shed.status_code, shed.json()["type"]) == (503, "/problems/service-busy")
    assert shed.json()["agency"] == "ban-vd-quy-tinh"
    assert shed.headers["Retry-After"]
    assert (await client.post(ACT, json={}, headers=signed_in)).status_code == 200
    mine = asyncio.create_task(client.get(f"{LIST}/don_1", headers=signed_in))
    for _ in range(2):  # the command, and the question of one's own
        await bus.asked.acquire()
    assert [name for name in called(bus) if name != "list_donations"] == ["record_donation", "read_donation"]
    bus.may_answer.set()
    assert [each.status_code for each in await asyncio.gather(*reads, mine)] == [200] * (len(reads) + 1)
    assert len(called(bus)) == PUBLIC + WAITING + 2, "those that waited were asked, what was shed was not"


async def test_one_who_asks_what_is_being_asked_needs_no_place(busy: Busy, bus: HangingBus) -> None:
    client, _ = busy
    same = asyncio.create_task(client.get(f"{LIST}?limit=0"))
    bus.may_answer.set()
    assert (await same).status_code == 200
    assert [call.payload for _, _, call in bus.calls].count({"limit": 0}) == 1


async def test_when_too_much_is_under_way_health_is_answered_all_the_same(
    busy: Busy, bus: HangingBus, signed_in: dict[str, str]
) -> None:
    client, _ = busy
    one_more = asyncio.create_task(client.get(f"{LIST}/don_1", headers=signed_in))
    await bus.asked.acquire()
    answer = await client.get("/v1/services")
    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/gateway-busy")
    assert answer.headers["Retry-After"]
    assert (await client.get("/health")).status_code == 200
    bus.may_answer.set()
    assert (await one_more).status_code == 200
    assert (await client.get("/v1/services")).status_code == 200


async def test_who_waits_too_long_for_a_place_is_told_so_and_the_place_is_not_lost(catalog: Catalog) -> None:
    funds, found = catalog.service("funds"), Places(1, Queue(length=5, seconds=0))
    async with found.place(funds):
        with pytest.raises(ServiceBusy):
            async with found.place(funds):
                pytest.fail("there is one place")
    async with found.place(funds):
        pass


def called(bus: FakeBus) -> list[str]:
    return [call.name for _, _, call in bus.calls]
