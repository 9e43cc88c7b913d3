"""How often an address and a user may ask."""

import asyncio
import math
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from itertools import cycle
from typing import Any

import httpx
import pytest

from gateway.app import assemble
from gateway.catalog import Catalog
from gateway.dependencies import Gateway
from gateway.http.request_context import RequestContext
from gateway.load import admission, rates
from gateway.load.admission import MOST_PAUSING, AdmissionMiddleware, address_of
from gateway.load.rates import BURST_SECONDS, Rate
from gateway.session.signer import Signer
from gateway.settings import GatewaySettings
from gateway.testing import FakeBus

pytestmark = pytest.mark.anyio
LIST = "/v1/funds/donations"
Opened = Callable[..., httpx.AsyncClient]


class Time:
    """A stopwatch that a test sets."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_caller_may_ask_at_its_rate_and_some_in_one_go() -> None:
    clock = Time()
    rate = Rate(2, clock)
    assert [rate.wait("a") for _ in range(2 * BURST_SECONDS)] == [0] * 2 * BURST_SECONDS
    assert rate.wait("a") == 0.5
    assert rate.wait("b") == 0, "another caller has its own allowance"
    clock.now += 0.5
    assert (rate.wait("a"), rate.wait("a")) == (0, 0.5)
    clock.now += 3600
    assert [rate.wait("a") for _ in range(2 * BURST_SECONDS)] == [0] * 2 * BURST_SECONDS
    assert rate.wait("a") > 0, "an hour of silence allows no more than one burst"


def test_no_limit_is_none() -> None:
    rate = Rate(0, Time())
    assert not any(rate.wait("a") for _ in range(1000))


def test_callers_are_forgotten_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "CALLERS", 3)
    rate = Rate(1, Time())
    for caller in "abcd":
        while not rate.wait(caller):
            pass
    assert rate.wait("d") > 0
    assert rate.wait("a") == 0, "who was not heard of for longest was forgotten"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.9", "203.0.113.10", False),
        ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("::ffff:203.0.113.9", "::ffff:203.0.113.10", False),
        ("testclient", "testclient", True),
    ],
)
def test_whose_allowance_a_request_uses_up(one: str, other: str, *, same: bool) -> None:
    found = [address_of({"client": (host, 1)}) for host in (one, other)]
    assert (found[0] == found[1]) is same


@pytest.fixture
def opened(
    settings: GatewaySettings, bus: FakeBus, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> Opened:
    """Give the way to open a client at an address, of a gateway with further settings."""
    monkeypatch.setattr(admission, "PAUSE_SECONDS", 0)
    apps: dict[str, Any] = {}

    def client(address: str = "203.0.113.9", **more: int) -> httpx.AsyncClient:
        changed = settings.model_copy(update=more)
        app = apps.setdefault(str(more), assemble(Gateway.of(changed, bus, catalog)))
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False, client=(address, 1))
        return httpx.AsyncClient(transport=transport, base_url="http://gateway")

    return client


async def refused(ask: Callable[[], Awaitable[httpx.Response]]) -> httpx.Response:
    """Ask until it is too often; time passes while a slow machine asks, so some more often than a burst."""
    for _ in range(10 * BURST_SECONDS):
        answer = await ask()
        if answer.status_code == 429:
            return answer
    pytest.fail("never refused")


async def test_an_address_that_asks_too_often_is_told_when_to_come_back(opened: Opened) -> None:
    client = opened(address_requests_per_second=1)
    assert (await client.get(f"{LIST}/don_1")).status_code == 401
    answer = await refused(lambda: client.get(f"{LIST}/don_1", headers={"Accept-Language": "en"}))
    body = answer.json()
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert (body["type"], body["rule"]) == ("/problems/too-many-requests", "requests-per-address")
    assert "at most 1 a second" in body["detail"]
    assert answer.headers["Retry-After"] == "1"
    assert answer.headers["X-Correlation-Id"]
    other = opened("203.0.113.10", address_requests_per_second=1)
    assert (await other.get(LIST)).status_code == 200
    assert (await other.get(body["type"])).json()["status"] == 429


async def test_a_user_has_one_rate_however_many_addresses_and_tokens(
    opened: Opened, settings: GatewaySettings
) -> None:
    def with_new_token(user: str) -> dict[str, str]:
        claims = {"sub": user, "agency": "ban-vd-quy-tinh", "unit": "19", "roles": []}
        return {"Authorization": f"Bearer {Signer.of(settings).sign(claims, datetime.now(UTC))}"}

    here, there = (opened(each, user_requests_per_second=1) for each in ("203.0.113.9", "198.51.100.7"))
    clients = cycle((here, there))
    answer = await refused(lambda: next(clients).get("/v1/me", headers=with_new_token("usr_a")))
    assert (answer.json()["rule"], answer.headers["Retry-After"]) == ("requests-per-user", "1")
    assert (await here.get("/v1/me", headers=with_new_token("usr_b"))).status_code == 200
    assert (await here.get(LIST)).status_code == 200, "the address itself may still ask"


async def test_who_asks_too_often_waits_for_the_answer_but_only_so_many_do(catalog: Catalog) -> None:
    waiting, go_on = list[float](), asyncio.Event()

    async def pause(seconds: float) -> None:
        waiting.append(seconds)
        await go_on.wait()

    answered = asyncio.Semaphore(0)

    async def send(message: Any) -> None:
        if message["type"] == "http.response.body":
            answered.release()

    rate = Rate(1, Time())
    while not rate.wait("203.0.113.9"):
        pass
    middleware = AdmissionMiddleware(never, catalog, rate, 10, pause)
    asking = [asyncio.create_task(middleware(scope(), never, send)) for _ in range(MOST_PAUSING + 1)]
    async with asyncio.timeout(15):
        await answered.acquire()
    assert len(waiting) == MOST_PAUSING
    assert math.isclose(sum(waiting), MOST_PAUSING)
    go_on.set()
    await asyncio.gather(*asking)


def scope() -> dict[str, Any]:
    context = RequestContext("cor_1", "00-0-0-00", "vi")
    return {"type": "http", "path": LIST, "client": ("203.0.113.9", 1), "state": {"context": context}}


async def never(*_: Any) -> Any:
    """Stand where nothing may come."""
    raise AssertionError
