"""Health, the list of services, the problem_types of problems, and asking who may."""

import httpx
import pytest

from contracts.calls import Reply
from gateway.testing import FakeBus

pytestmark = pytest.mark.anyio


async def test_anyone_may_ask_for_health(client: httpx.AsyncClient, bus: FakeBus) -> None:
    answer = await client.get("/health")
    assert answer.status_code == 200
    [service] = answer.json()["services"]
    assert (answer.json()["status"], service["service"], service["listeners"]) == ("ok", "funds", 1)
    assert service["manifest_age_seconds"] > 0
    bus.connected = False
    away = await client.get("/health")
    assert (away.status_code, away.json()["broker"]) == (503, "away")
    assert away.json()["services"][0]["listeners"] is None


async def test_anyone_may_list_the_services(client: httpx.AsyncClient) -> None:
    [funds] = (await client.get("/v1/services")).json()["items"]
    assert funds["agency"]["code"] == "ban-vd-quy-tinh"
    assert funds["events_in"] == ["campaigns.campaign_launched.v1"]
    assert {(each["method"], each["path"]) for each in funds["operations"]} >= {
        ("POST", "/v1/funds/drives/{drive_id}/donations"),
        ("GET", "/v1/funds/donations/{id}"),
    }


async def test_anyone_may_look_a_problem_up(client: httpx.AsyncClient) -> None:
    english = await client.get("/problems/body-too-large", headers={"Accept-Language": "en"})
    assert (english.json()["status"], english.headers["Content-Language"]) == (413, "en")
    assert (await client.get("/problems/never-heard-of")).status_code == 404


async def test_the_anonymous_question_who_may_is_refused(client: httpx.AsyncClient, bus: FakeBus) -> None:
    answer = await client.get("/v1/authority/explain?service=funds&operation=record_donation")
    assert answer.status_code == 401
    assert not bus.calls


async def test_the_service_says_who_may(
    client: httpx.AsyncClient, bus: FakeBus, signed_in: dict[str, str]
) -> None:
    bus.next = Reply(answer={"allowed": True, "rules": []})
    address = "/v1/authority/explain?service=funds&operation=record_donation&drive_id=d&unit=19&unit=164"
    answer = await client.get(address, headers=signed_in)
    assert answer.json() == {"allowed": True, "rules": []}
    assert bus.calls[0][:2] == ("funds", "explain")
    assert (bus.last.name, bus.last.payload) == ("record_donation", {"drive_id": "d", "unit": ["19", "164"]})


async def test_the_question_names_what_is_missing(
    client: httpx.AsyncClient, signed_in: dict[str, str]
) -> None:
    answer = await client.get("/v1/authority/explain?service=funds", headers=signed_in)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "operation")
    unknown = await client.get("/v1/authority/explain?service=x&operation=y", headers=signed_in)
    assert unknown.status_code == 404
