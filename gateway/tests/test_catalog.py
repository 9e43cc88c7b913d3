"""Reading manifests."""

import json

import pytest
from pika import BasicProperties

from gateway.catalog import Catalog
from gateway.http.errors import UnknownRoute
from gateway.listening import listener


def published(catalog: Catalog, **changes: object) -> bytes:
    entry = next(each for each in catalog if each.manifest.service == "funds")
    return json.dumps({**entry.manifest.model_dump(mode="json"), **changes}).encode()


def test_the_newest_manifest_of_a_service_counts(catalog: Catalog) -> None:
    read = listener(catalog)
    read(published(catalog, commands=[], version="0.2.0"), BasicProperties(timestamp=1_500_000_000))
    [entry] = catalog
    assert entry.manifest.version == "0.2.0"
    assert entry.published_at.timestamp() == 1_500_000_000
    with pytest.raises(UnknownRoute):
        catalog.find("funds", "POST", "/drives/d/donations")


def test_a_manifest_that_is_repeated_is_newer_and_changes_nothing_else(catalog: Catalog) -> None:
    [before], version = list(catalog), catalog.version
    listener(catalog)(published(catalog), BasicProperties(timestamp=1_500_000_000))
    [entry] = catalog
    assert entry.published_at.timestamp() == 1_500_000_000
    assert (entry.routes, catalog.version) == (before.routes, version)


@pytest.mark.parametrize("body", [b"", b"{}", b"\xff", b"[]"])
def test_what_is_no_manifest_changes_nothing(catalog: Catalog, body: bytes) -> None:
    before = list(catalog)
    listener(catalog)(body, BasicProperties())
    assert list(catalog) == before


@pytest.mark.parametrize("service", ["session", "authority", "services", "tasks", "me", "reference"])
def test_a_service_cannot_take_an_address_of_the_gateway(catalog: Catalog, service: str) -> None:
    listener(catalog)(published(catalog, service=service), BasicProperties())
    assert [entry.manifest.service for entry in catalog] == ["funds"]


@pytest.mark.parametrize("path", ["donations", "/donations/{id:nonsense}", "/donations/{id}/{id}"])
def test_a_manifest_with_a_bad_address_is_left_out(catalog: Catalog, path: str) -> None:
    [entry] = catalog
    bad = {**entry.manifest.queries[0].model_dump(mode="json"), "path": path}
    front = {"service": "critique", "function": "front-standing", "agency": "btt-mttq-tinh"}
    listener(catalog)(published(catalog, **front), BasicProperties())
    assert [each.manifest.service for each in catalog] == ["critique", "funds"]
    listener(catalog)(published(catalog, queries=[bad], version="9"), BasicProperties())
    assert "9" not in {each.manifest.version for each in catalog}
