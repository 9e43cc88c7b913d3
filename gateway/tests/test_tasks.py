"""What awaits the caller, over all services."""

import asyncio
from typing import Any

import httpx
import pytest
from pydantic import JsonValue

from contracts.calls import Call, Problem, Reply
from contracts.errors import Kind
from contracts.manifest import Manifest, Operation
from gateway.bus.port import BrokerUnavailable, Method, ServiceUnavailable
from gateway.catalog import Catalog
from gateway.testing import FakeBus

pytestmark = pytest.mark.anyio
NAMES = ("campaigns", "critique", "supervision")


@pytest.fixture
def manifests(catalog: Catalog) -> dict[str, Manifest]:
    """Beside funds, which has no tasks, three services that have."""
    funds = catalog.service("funds")
    [entry] = catalog
    queries = [Operation(**{**funds.queries[0].model_dump(), "name": "task_list", "path": "/tasks"})]
    made = {
        name: funds.model_copy(
            update={"service": name, "agency": f"agency-of-{name}", "commands": [], "queries": queries}
        )
        for name in NAMES
    }
    for manifest in made.values():
        catalog.register(manifest, entry.published_at)
    return made


def tasks(*tasks: tuple[str, str | None, str], more: str | None = None) -> Reply:
    items: list[JsonValue] = [
        {"task_id": name, "due_on": due, "since": since, "step_vi": "Trả lời", "extra": {"a": 1}}
        for name, due, since in tasks
    ]
    return Reply(answer={"items": items, "next_cursor": more})


async def listed(client: httpx.AsyncClient, headers: dict[str, str], query: str = "") -> dict[str, Any]:
    answer = await client.get(f"/v1/tasks{query}", headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    return dict(answer.json())


@pytest.mark.usefixtures("manifests")
async def test_tasks_of_all_services_stand_in_the_order_of_their_days(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str], token: str
) -> None:
    bus.replies = {
        "campaigns": tasks(("c1", "2017-10-20", "2017-10-01"), ("c2", None, "2017-09-01")),
        "critique": tasks(("r1", "2017-10-18", "2017-10-05"), ("r2", "2017-10-20", "2017-09-30")),
        "supervision": tasks(more="next"),
    }
    found = await listed(client, signed_in)
    order = [(each["service"], each["task_id"]) for each in found["items"]]
    assert order == [("critique", "r1"), ("critique", "r2"), ("campaigns", "c1"), ("campaigns", "c2")]
    assert (found["items"][0]["step_vi"], found["items"][0]["extra"]) == ("Trả lời", {"a": 1})
    assert (found["unanswered"], found["more_in"]) == ([], ["supervision"])
    asked = [(service, method, call.name) for service, method, call in bus.calls]
    assert asked == [(name, "query", "task_list") for name in NAMES], "funds has no such query"
    assert len({token, *(call.token for _, _, call in bus.calls)}) == len(NAMES) + 1, "each has its own"


@pytest.mark.usefixtures("manifests")
async def test_filters_are_passed_on(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str]
) -> None:
    bus.next = tasks()
    await listed(client, signed_in)
    assert bus.last.payload == {"state": "open"}
    await listed(client, signed_in, "?state=late&due_within_days=7&as_of=2017-10-20&limit=5&lang=en")
    told = {"state": "late", "due_within_days": 7, "as_of": "2017-10-20", "limit": 5}
    assert bus.last.payload == told


@pytest.mark.usefixtures("manifests")
@pytest.mark.parametrize(
    "query", ["state=lost", "due_within_days=-1", "limit=0", "limit=501", "as_of=now", "status=open"]
)
async def test_a_filter_that_is_none_is_refused(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str], query: str
) -> None:
    answer = await client.get(f"/v1/tasks?{query}", headers=signed_in)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, query.partition("=")[0])
    assert not bus.calls


def refusal(service: str, sentence: str = "No.") -> Reply:
    """What a service says that will not tell; each names its own agency."""
    detail = {"vi": "Không được.", "en": sentence}
    agency = f"agency-of-{service}"
    return Reply(problem=Problem(slug="unknown-unit", kind=Kind.INVALID, detail=detail, agency=agency))


async def test_who_does_not_answer_is_named_apart_from_who_refuses_and_the_rest_is_told(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str], manifests: dict[str, Manifest]
) -> None:
    bus.replies = {
        "campaigns": tasks(("c1", None, "2017-10-01")),
        "critique": ServiceUnavailable(manifests["critique"]),
        "supervision": refusal("supervision"),
    }
    found = await listed(client, signed_in, "?lang=en")
    assert [each["task_id"] for each in found["items"]] == ["c1"]
    [silent] = found["unanswered"]
    assert (silent["service"], silent["agency"]) == ("critique", "agency-of-critique")
    assert "Mobilisation Board" in silent["agency_name"]
    assert "does not answer" in silent["detail"]
    [unwilling] = found["refused"]
    assert (unwilling["service"], unwilling["agency"]) == ("supervision", "agency-of-supervision")
    assert (unwilling["type"], unwilling["detail"]) == ("/problems/unknown-unit", "No.")
    assert (await client.get(unwilling["type"])).status_code == 200, "the type is explained"
    vietnamese = await listed(client, signed_in)
    assert vietnamese["refused"][0]["detail"] == "Không được."


@pytest.mark.usefixtures("manifests")
async def test_what_every_service_refuses_alike_is_refused(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str]
) -> None:
    bus.replies = {name: refusal(name) for name in NAMES}
    answer = await client.get("/v1/tasks?lang=en", headers=signed_in)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/unknown-unit")
    assert answer.json()["detail"] == "No."
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("other", ["silent", "otherwise"])
async def test_what_not_every_service_refuses_alike_is_told_of_each(
    client: httpx.AsyncClient,
    bus: FakeBus,
    signed_in: dict[str, str],
    manifests: dict[str, Manifest],
    other: str,
) -> None:
    bus.replies = {name: refusal(name) for name in NAMES}
    silent = ServiceUnavailable(manifests["critique"])
    bus.replies["critique"] = silent if other == "silent" else refusal("critique", "Not you.")
    found = await listed(client, signed_in)
    unanswered = ["critique"] if other == "silent" else []
    assert [each["service"] for each in found["unanswered"]] == unanswered
    assert [each["service"] for each in found["refused"]] == [n for n in NAMES if n not in unanswered]


@pytest.mark.usefixtures("manifests")
@pytest.mark.parametrize("answer", [{}, {"items": ["text"]}, {"items": {}}])
async def test_an_answer_that_is_no_page_counts_as_none(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str], answer: dict[str, JsonValue]
) -> None:
    bus.next, bus.replies = tasks(("t", None, "2017-10-01")), {"critique": Reply(answer=answer)}
    found = await listed(client, signed_in)
    assert [each["service"] for each in found["items"]] == ["campaigns", "supervision"]
    assert [each["service"] for each in found["unanswered"]] == ["critique"]


@pytest.mark.usefixtures("manifests")
async def test_services_are_asked_at_the_same_time(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    together = asyncio.Barrier(len(NAMES))

    async def call(_manifest: Manifest, _method: Method, _call: Call) -> Reply:
        async with asyncio.timeout(5):
            await together.wait()
        return tasks()

    monkeypatch.setattr(bus, "call", call)
    assert (await listed(client, signed_in))["unanswered"] == []


@pytest.mark.usefixtures("manifests")
async def test_without_a_broker_there_is_no_list(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str]
) -> None:
    bus.connected, bus.next = False, BrokerUnavailable()
    answer = await client.get("/v1/tasks", headers=signed_in)
    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/broker-unavailable")


@pytest.mark.usefixtures("manifests")
async def test_the_anonymous_have_no_tasks(client: httpx.AsyncClient, bus: FakeBus) -> None:
    assert (await client.get("/v1/tasks")).status_code == 401
    assert not bus.calls
