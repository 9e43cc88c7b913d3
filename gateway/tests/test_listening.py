"""Whose manifests are believed: a service speaks for itself alone, and of nothing but its own function."""

import json
from typing import Any

import httpx
import pytest
from pika import BasicProperties

from gateway.catalog import Catalog
from gateway.listening import listener
from gateway.testing import FakeBus

BEFORE = "0.1.0"


def said(catalog: Catalog, **changes: object) -> bytes:
    """The manifest of funds with changes, as somebody publishes it."""
    manifest = catalog.service("funds").model_dump(mode="json")
    return json.dumps({**manifest, "version": "9", **changes}).encode()


def by(user: str | None) -> BasicProperties:
    return BasicProperties(user_id=user, timestamp=1_500_000_000)


def test_a_service_is_believed_of_itself(catalog: Catalog) -> None:
    listener(catalog, users_apart=True)(said(catalog), by("funds"))
    assert catalog.service("funds").version == "9"


@pytest.mark.parametrize("user", ["critique", "funds-relay", "gateway", "FUNDS", "", None])
def test_nobody_else_is_believed_and_the_last_good_one_stays(catalog: Catalog, user: str | None) -> None:
    listener(catalog, users_apart=True)(said(catalog, commands=[], queries=[]), by(user))
    assert catalog.service("funds").version == BEFORE
    assert catalog.find("funds", "GET", "/donations").operation.name == "list_donations"


@pytest.mark.parametrize(
    "claim",
    [
        {"function": "front-standing", "agency": "btt-mttq-tinh"},
        {"function": "fund-board", "agency": "ubnd-tinh"},
        {"function": "fund-board", "agency": "nobody"},
        {"function": "nothing"},
    ],
)
def test_a_service_cannot_claim_another_function_or_agency(catalog: Catalog, claim: dict[str, Any]) -> None:
    listener(catalog, users_apart=True)(said(catalog, **claim), by("funds"))
    assert catalog.service("funds").version == BEFORE


def test_a_plug_in_that_is_named_nowhere_keeps_the_function_that_it_came_with(catalog: Catalog) -> None:
    read = listener(catalog, users_apart=True)
    read(said(catalog, service="plugin"), by("plugin"))
    front = {"function": "front-standing", "agency": "btt-mttq-tinh"}
    read(said(catalog, service="plugin", **front), by("plugin"))
    assert catalog.service("plugin").function == "fund-board"


@pytest.mark.anyio
@pytest.mark.parametrize("address", ["/v1/nobody/anything", "/v1/funds/nothing"])
async def test_before_all_is_read_nothing_is_said_not_to_exist(
    client: httpx.AsyncClient, bus: FakeBus, address: str
) -> None:
    bus.knows_services = False
    early = await client.get(address)
    assert (early.status_code, early.json()["type"]) == (503, "/problems/services-unknown")
    bus.knows_services = True
    assert (await client.get(address)).status_code == 404
