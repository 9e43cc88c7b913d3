"""Public reads: the service is asked once, for all who ask the same, and again when its answer is old."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from datetime import UTC, datetime

import httpx
import pytest

from contracts.calls import Problem, Reply
from contracts.errors import Kind
from gateway.bus.port import BrokerUnavailable
from gateway.catalog import Catalog
from gateway.load.public_reads import ENTRY_BYTES, PublicReads
from gateway.settings import GatewaySettings
from gateway.testing import FakeBus

pytestmark = pytest.mark.anyio
LIST = "/v1/funds/donations"
SECONDS = 5


class Service:
    """Counts how often it is asked; answers when the test lets it."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.failure, self.asked = failure, 0
        self.is_asked, self.may_answer = asyncio.Event(), asyncio.Event()

    async def __call__(self) -> bytes:
        self.asked += 1
        self.is_asked.set()
        await self.may_answer.wait()
        if self.failure:
            raise self.failure
        return b"answer %d" % self.asked


class Time:
    """A stopwatch that a test sets."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
def reads(clock: Time) -> PublicReads:
    return PublicReads(SECONDS, 10 * ENTRY_BYTES, clock)


def answering(body: bytes) -> Callable[[], Awaitable[bytes]]:
    """Return a service that answers at once."""

    async def ask() -> bytes:
        return body

    return ask


async def test_all_who_ask_at_once_wait_for_one_question(reads: PublicReads) -> None:
    service = Service()
    readers = [asyncio.create_task(reads.get("q", service)) for _ in range(20)]
    await service.is_asked.wait()
    service.may_answer.set()
    answers = await asyncio.gather(*readers)
    assert {entity.content for entity, _ in answers} == {b"answer 1"}
    assert service.asked == 1


async def test_one_who_goes_away_takes_nothing_from_the_others(reads: PublicReads) -> None:
    service = Service()
    first, second = (asyncio.create_task(reads.get("q", service)) for _ in range(2))
    await service.is_asked.wait()
    first.cancel()
    service.may_answer.set()
    assert (await second)[0].content == b"answer 1"
    assert service.asked == 1
    with pytest.raises(asyncio.CancelledError):
        await first


async def test_a_failure_is_told_to_all_who_wait_and_kept_for_nobody(reads: PublicReads) -> None:
    service = Service(BrokerUnavailable())
    readers = [asyncio.create_task(reads.get("q", service)) for _ in range(3)]
    await service.is_asked.wait()
    service.may_answer.set()
    failures = await asyncio.gather(*readers, return_exceptions=True)
    assert [type(each) for each in failures] == [BrokerUnavailable] * 3
    service.failure = None
    assert (await reads.get("q", service))[0].content == b"answer 2"


async def test_an_answer_is_kept_for_its_time_counted_from_the_question(
    reads: PublicReads, clock: Time
) -> None:
    async def slowly() -> bytes:
        clock.now += 2
        return b"old"

    assert (await reads.get("q", slowly))[1] == 0
    clock.now += 2.5
    entity, age = await reads.get("q", slowly)
    assert (entity.content, age) == (b"old", SECONDS), "4.5 s are told as 5, so that nobody keeps it longer"
    clock.now += 0.5
    entity, age = await reads.get("q", answering(b"new"))
    assert (entity.content, age) == (b"new", 0)


async def test_what_is_kept_is_bounded_and_the_least_used_makes_room(reads: PublicReads) -> None:
    for number in range(9):
        await reads.get(number, answering(b"-" * 100))
    for number in (0, 9):
        await reads.get(number, answering(b"-" * 100))
    assert [await held(reads, number) for number in (0, 9, 1)] == [True, True, False]


async def test_what_is_larger_than_all_room_is_answered_and_not_kept(reads: PublicReads) -> None:
    entity, _ = await reads.get("huge", answering(b"-" * 11 * ENTRY_BYTES))
    assert len(entity.content) == 11 * ENTRY_BYTES
    assert not await held(reads, "huge")


async def held(reads: PublicReads, question: Hashable) -> bool:
    """Say whether an answer is at hand, by a service that would answer otherwise."""
    entity, _ = await reads.get(question, answering(b"asked again"))
    return entity.content != b"asked again"


async def test_nothing_is_kept_where_nothing_may_be_old(clock: Time) -> None:
    reads = PublicReads(0, 10 * ENTRY_BYTES, clock)
    await reads.get("q", answering(b"first"))
    assert (await reads.get("q", answering(b"second")))[0].content == b"second"


async def test_the_same_address_is_asked_once_and_says_its_age(
    client: httpx.AsyncClient, bus: FakeBus
) -> None:
    first = await client.get(f"{LIST}?limit=5&unit=19")
    bus.next = Reply(answer={"id": "another"})
    again = await client.get(f"{LIST}?unit=19&limit=5&lang=en")
    assert again.json() == first.json()
    assert (again.headers["ETag"], len(bus.calls)) == (first.headers["ETag"], 1)
    assert "Age" not in first.headers
    assert int(again.headers["Age"]) <= SECONDS
    unchanged = await client.get(f"{LIST}?unit=19&limit=5", headers={"If-None-Match": first.headers["ETag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert unchanged.headers["Age"]
    assert (await client.get(f"{LIST}?unit=19&limit=6")).json() == {"id": "another"}


async def test_a_refusal_is_not_kept(client: httpx.AsyncClient, bus: FakeBus) -> None:
    problem = Problem(slug="away", kind=Kind.UNAVAILABLE, detail={"vi": "…", "en": "…"})
    bus.next = Reply(problem=problem)
    assert (await client.get(LIST)).status_code == 503
    bus.next = Reply(answer={})
    assert (await client.get(LIST)).status_code == 200


async def test_a_new_manifest_drops_what_was_kept(
    client: httpx.AsyncClient, bus: FakeBus, catalog: Catalog
) -> None:
    await client.get(LIST)
    funds = catalog.service("funds")
    catalog.register(funds.model_copy(update={"version": "0.2.0"}), datetime.now(UTC))
    await client.get(LIST)
    assert len(bus.calls) == 2


async def test_who_signed_in_is_answered_as_anyone_and_sees_what_was_done(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str]
) -> None:
    for _ in range(2):
        assert (await client.get(LIST, headers=signed_in)).status_code == 200
    assert [call.token for _, _, call in bus.calls] == [None], "asked once, and for nobody in particular"
    await client.post("/v1/funds/drives/drv_1/donations", json={}, headers=signed_in)
    bus.next = Reply(answer={"id": "don_2"})
    assert (await client.get(LIST, headers=signed_in)).json() == {"id": "don_2"}


async def test_private_reads_are_asked_each_time(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str]
) -> None:
    for _ in range(2):
        await client.get(f"{LIST}/don_1", headers=signed_in)
    assert len(bus.calls) == 2


async def test_the_promise_is_a_setting(settings: GatewaySettings, client: httpx.AsyncClient) -> None:
    assert settings.public_read_seconds == SECONDS
    assert (await client.get(LIST)).headers["Cache-Control"] == f"public, max-age={SECONDS}"
