"""As whom the caller acts."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from gateway.session.signer import Signer
from gateway.settings import GatewaySettings

pytestmark = pytest.mark.anyio


def as_actor(settings: GatewaySettings, agency: str, unit: str, **claims: object) -> dict[str, str]:
    every = {"sub": "usr_synthetic", "agency": agency, "unit": unit, **claims}
    return {"Authorization": f"Bearer {Signer.of(settings).sign(every, datetime.now(UTC))}"}


async def me(client: httpx.AsyncClient, headers: dict[str, str]) -> dict[str, Any]:
    answer = await client.get("/v1/me", headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    return dict(answer.json())


async def test_the_token_says_who_acts(client: httpx.AsyncClient, settings: GatewaySettings) -> None:
    who = await me(client, as_actor(settings, "so-nnptnt", "19", roles=["operator", "demo"]))
    assert who == {
        "user": "usr_synthetic",
        "agency": {
            "code": "so-nnptnt",
            "name_vi": "Sở Nông nghiệp và Phát triển nông thôn",
            "name_en": "Department of Agriculture and Rural Development",
            "side": "state",
            "level": "T",
        },
        "unit": {
            "code": "19",
            "name_vi": "tỉnh Thái Nguyên",
            "name_en": "Thái Nguyên Province",
            "level": "T",
        },
        "roles": ["demo", "operator"],
    }


async def test_an_area_is_named_by_its_commune(client: httpx.AsyncClient, settings: GatewaySettings) -> None:
    unit = (await me(client, as_actor(settings, "ban-ctmt", "05467-K001")))["unit"]
    assert unit == {
        "code": "05467-K001",
        "name_vi": "khu dân cư số 1, phường Gia Sàng",
        "name_en": "residential area 1, Gia Sàng Ward",
        "level": "K",
    }


@pytest.mark.parametrize("unit", ["99999", "nowhere"])
async def test_what_reference_data_do_not_know_has_its_code_alone(
    client: httpx.AsyncClient, settings: GatewaySettings, unit: str
) -> None:
    who = await me(client, as_actor(settings, "nobody", unit))
    assert (who["agency"]["code"], who["agency"]["name_vi"], who["agency"]["side"]) == ("nobody", None, None)
    assert (who["unit"]["code"], who["unit"]["name_vi"]) == (unit, None)


async def test_the_anonymous_are_nobody(client: httpx.AsyncClient) -> None:
    assert (await client.get("/v1/me")).status_code == 401
