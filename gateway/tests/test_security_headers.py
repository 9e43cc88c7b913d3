"""What every answer tells browsers."""

import re

import httpx
import pytest

from gateway.testing import FakeBus

pytestmark = pytest.mark.anyio
ADDRESSES = [
    "/health",
    "/openapi.json",
    "/docs",
    "/docs/page/page.js",
    "/docs/swagger-ui/swagger-ui.css",
    "/v1/funds/donations",
    "/v1/funds/donations/don_1",
    "/v1/nobody",
    "/elsewhere",
]


@pytest.mark.parametrize("address", ADDRESSES)
async def test_every_answer_has_them(client: httpx.AsyncClient, address: str) -> None:
    assert_guarded(await client.get(address))


async def test_refusals_have_them_wherever_they_are_made(
    client: httpx.AsyncClient, bus: FakeBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_guarded(await client.get("/health", headers={"X-Correlation-Id": "a b"}))
    assert_guarded(await client.delete("/v1/funds/donations"))

    async def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(bus, "call", fail)
    failed = await client.get("/v1/funds/donations")
    assert failed.status_code == 500
    assert_guarded(failed)


async def test_the_page_loads_what_its_policy_allows_and_nothing_stands_in_it(
    client: httpx.AsyncClient,
) -> None:
    page = await client.get("/docs")
    policy = policy_of(page)
    assert (policy["script-src"], policy["connect-src"]) == ("'self'", "'self'")
    assert not re.search(r"<script(?![^>]* src=)|<style|\son\w+=|style=", page.text)
    for address in re.findall(r'(?:src|href)="(docs/[^"?]+)"', page.text):
        assert (await client.get(f"/{address}")).status_code == 200, address


def assert_guarded(answer: httpx.Response) -> None:
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    policy = policy_of(answer)
    assert (policy["default-src"], policy["frame-ancestors"]) == ("'none'", "'none'")
    assert (policy["base-uri"], policy["form-action"]) == ("'none'", "'none'")


def policy_of(answer: httpx.Response) -> dict[str, str]:
    [said] = answer.headers.get_list("Content-Security-Policy")
    directives = (each.strip().partition(" ") for each in said.split(";"))
    return {name: value for name, _, value in directives}
