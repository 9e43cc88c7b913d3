"""Demo accounts and the tokens they get."""

import base64
import json
from typing import Any

import httpx
import pytest

from gateway.app import assemble
from gateway.catalog import Catalog
from gateway.dependencies import Gateway
from gateway.settings import GatewaySettings
from gateway.testing import FakeBus

pytestmark = pytest.mark.anyio


async def log_in(client: httpx.AsyncClient, **body: object) -> dict[str, Any]:
    answer = await client.post("/v1/session", json=body)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def refused(client: httpx.AsyncClient, **body: object) -> dict[str, Any]:
    answer = await client.post("/v1/session", json=body)
    assert answer.status_code == 422, answer.text
    return dict(answer.json()["errors"][0])


async def test_anyone_may_see_the_accounts(client: httpx.AsyncClient) -> None:
    items = (await client.get("/v1/session/accounts")).json()["items"]
    accounts = {each["account"]: each for each in items}
    assert all(each["synthetic"] is True for each in items)
    assert (accounts["btt-mttq-tinh"]["side"], accounts["btt-mttq-tinh"]["per_unit"]) == ("front", False)
    assert (accounts["ubnd-xa"]["side"], accounts["ubnd-xa"]["level"]) == ("state", "X")
    assert accounts["ban-ctmt"]["per_unit"] is True
    assert "so-nnptnt" in accounts, "in force on the demo day"
    assert "so-nnmt" in accounts, "in force today"


async def test_the_token_is_good_and_says_who_acts(
    client: httpx.AsyncClient, settings: GatewaySettings
) -> None:
    session = await log_in(client, account="btt-mttq-tinh")
    assert (session["token_type"], session["expires_in"]) == ("Bearer", 8 * 3600)
    assert session["actor"]["name_vi"]
    bearer = Gateway.of(settings, FakeBus(), Catalog()).verifier.read(session["access_token"])
    assert (bearer.agency, bearer.unit) == ("btt-mttq-tinh", "19")


@pytest.mark.parametrize(
    ("account", "unit"),
    [("ubnd-xa", "05467"), ("ub-mttq-huyen", "164"), ("ban-ctmt", "05467-K001"), ("ub-mttq-tinh", "19")],
)
async def test_a_body_of_each_level_may_log_in(client: httpx.AsyncClient, account: str, unit: str) -> None:
    assert (await log_in(client, account=account, unit=unit))["actor"]["unit"] == unit


@pytest.mark.parametrize(
    ("account", "unit"),
    [
        ("ubnd-xa", "19"),
        ("ubnd-xa", "164"),
        ("ubnd-xa", "99999"),
        ("ubnd-huyen", "05467"),
        ("ban-ctmt", "05467"),
        ("ban-ctmt", "99999-K001"),
        ("btt-mttq-tinh", "05467"),
        ("btt-mttq-tinh", "01"),
    ],
)
async def test_a_unit_of_another_level_is_refused(client: httpx.AsyncClient, account: str, unit: str) -> None:
    assert (await refused(client, account=account, unit=unit))["field"] == "unit"


async def test_what_is_unknown_is_named(client: httpx.AsyncClient) -> None:
    assert (await refused(client, account="nobody"))["field"] == "account"
    assert (await refused(client))["field"] == "account"
    assert (await refused(client, account="btt-mttq-tinh", password="x"))["field"] == "password"


async def test_where_demo_accounts_are_off_the_addresses_do_not_exist(
    settings: GatewaySettings, bus: FakeBus, catalog: Catalog
) -> None:
    off = settings.model_copy(update={"demo_accounts": False})
    app = assemble(Gateway.of(off, bus, catalog))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://gateway") as client:
        assert (await client.post("/v1/session", json={"account": "btt-mttq-tinh"})).status_code == 404
        assert (await client.get("/v1/session/accounts")).status_code == 404


async def test_an_operator_is_one_only_where_it_is_asked_for(client: httpx.AsyncClient) -> None:
    async def roles(**more: object) -> list[str]:
        answer = await client.post("/v1/session", json={"account": "btt-mttq-tinh", **more})
        part = answer.json()["access_token"].split(".")[1]
        return list(json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))["roles"])

    assert await roles() == ["demo"]
    assert await roles(operator=True) == ["demo", "operator"]
