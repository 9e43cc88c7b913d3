"""The document made from manifests, and the page that shows it."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from pydantic import JsonValue

from contracts.manifest import Manifest
from gateway.catalog import Catalog

pytestmark = pytest.mark.anyio
NOW = datetime(2017, 6, 16, tzinfo=UTC)


async def test_the_anonymous_reader_gets_a_valid_document(client: httpx.AsyncClient) -> None:
    document = (await client.get("/openapi.json")).json()
    assert document["openapi"].startswith("3.1")
    validate(document, cls=OpenAPIV31SpecValidator)
    own = {
        "/health",
        "/v1/services",
        "/v1/session",
        "/v1/session/accounts",
        "/v1/authority/explain",
        "/v1/me",
        "/v1/tasks",
    }
    assert own <= set(document["paths"])
    assert "/v1/{service}/{path}" not in document["paths"]


async def test_an_operation_is_described_by_its_manifest(client: httpx.AsyncClient) -> None:
    document = (await client.get("/openapi.json")).json()
    act = document["paths"]["/v1/funds/drives/{drive_id}/donations"]["post"]
    assert act["security"] == [{"bearer": []}]
    assert (act["x-duties"], act["tags"]) == (["II.2a-a"], ["funds"])
    assert {"200", "401", "403", "404", "409", "422", "503"} <= set(act["responses"])
    assert [(each["name"], each["in"]) for each in act["parameters"]] == [
        ("drive_id", "path"),
        ("Idempotency-Key", "header"),
    ]
    body = document["components"]["schemas"]["funds.RecordDonation"]
    assert set(body["properties"]) == {"amount_vnd", "way"}
    assert body["required"] == ["amount_vnd"]
    assert body["properties"]["way"] == {"$ref": "#/components/schemas/funds.Way"}
    read = document["paths"]["/v1/funds/donations"]["get"]
    assert read["security"] == []
    assert {each["name"] for each in read["parameters"]} == {"unit", "limit"}
    tags = {each["name"]: each["description"] for each in document["tags"]}
    assert "Ban vận động Quỹ" in tags["funds"]


async def test_a_name_defined_twice_keeps_both_definitions(
    client: httpx.AsyncClient, catalog: Catalog
) -> None:
    funds = catalog.service("funds")
    [donation] = funds.commands
    schema: dict[str, JsonValue] = {
        **donation.input_schema,
        "$defs": {"Way": {"title": "Way", "type": "string", "enum": ["post"]}},
    }
    other = donation.model_copy(update={"name": "send_donation", "path": "/sent", "input_schema": schema})
    catalog.register(funds.model_copy(update={"commands": [donation, other]}), NOW)
    document = (await client.get("/openapi.json")).json()
    validate(document, cls=OpenAPIV31SpecValidator)
    schemas = document["components"]["schemas"]

    def ways(path: str) -> list[str]:
        body = document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]
        pointed: dict[str, Any] = schemas[body["$ref"].rpartition("/")[2]]
        way = pointed["properties"]["way"]["$ref"].rpartition("/")[2]
        return list(schemas[way]["enum"])

    assert ways("/v1/funds/drives/{drive_id}/donations") == ["cash", "bank"]
    assert ways("/v1/funds/sent") == ["post"]


async def test_a_service_published_later_is_in_the_next_document(
    client: httpx.AsyncClient, catalog: Catalog
) -> None:
    later: Manifest = catalog.service("funds").model_copy(update={"service": "critique"})
    catalog.register(later, NOW)
    document = (await client.get("/openapi.json")).json()
    assert "/v1/critique/donations" in document["paths"]


async def test_the_document_goes_out_compressed_and_is_known_again(client: httpx.AsyncClient) -> None:
    address, plain_only = "/openapi.json", {"Accept-Encoding": "gzip;q=0, identity"}
    packed, plain = await client.get(address), await client.get(address, headers=plain_only)
    assert (packed.headers["Content-Encoding"], "Content-Encoding" in plain.headers) == ("gzip", False)
    assert packed.json() == plain.json()
    assert int(packed.headers["Content-Length"]) < int(plain.headers["Content-Length"]) / 2
    assert packed.headers["ETag"] != plain.headers["ETag"]
    for answer, accepts in ((packed, {}), (plain, plain_only)):
        assert {"Accept-Encoding", "Accept-Language"} <= set(answer.headers["Vary"].split(", "))
        again = await client.get(address, headers={**accepts, "If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


async def test_the_page_needs_no_other_machine(client: httpx.AsyncClient) -> None:
    page = (await client.get("/docs")).text
    assert "http://" not in page
    assert "https://" not in page
    for name in ("swagger-ui-bundle.js", "swagger-ui.css"):
        assert f'"docs/swagger-ui/{name}"' in page
        assert len((await client.get(f"/docs/swagger-ui/{name}")).content) > 100_000
    assert (await client.get("/redoc")).status_code == 404
