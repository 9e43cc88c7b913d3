"""Hearing manifests."""

import json

import pytest
from pika import BasicProperties

from gateway.catalog import Catalog
from gateway.http.refusals import UnknownRoute
from gateway.listening import listener


def announced(catalog: Catalog, **changes: object) -> bytes:
    [offer] = catalog
    return json.dumps({**offer.manifest.model_dump(mode="json"), **changes}).encode()


def test_the_newest_manifest_of_a_service_counts(catalog: Catalog) -> None:
    hear = listener(catalog)
    hear(announced(catalog, commands=[], version="0.2.0"), BasicProperties(timestamp=1_500_000_000))
    [offer] = catalog
    assert offer.manifest.version == "0.2.0"
    assert offer.announced_at.timestamp() == 1_500_000_000
    with pytest.raises(UnknownRoute):
        catalog.find("funds", "POST", "/drives/d/gifts")


@pytest.mark.parametrize("body", [b"", b"{}", b"\xff", b"[]"])
def test_what_is_no_manifest_changes_nothing(catalog: Catalog, body: bytes) -> None:
    before = list(catalog)
    listener(catalog)(body, BasicProperties())
    assert list(catalog) == before


@pytest.mark.parametrize("service", ["session", "authority", "services"])
def test_a_service_cannot_take_an_address_of_the_gateway(catalog: Catalog, service: str) -> None:
    listener(catalog)(announced(catalog, service=service), BasicProperties())
    assert [offer.manifest.service for offer in catalog] == ["funds"]


@pytest.mark.parametrize("path", ["gifts", "/gifts/{id:nonsense}", "/gifts/{id}/{id}"])
def test_a_manifest_with_a_bad_address_is_left_out(catalog: Catalog, path: str) -> None:
    [offer] = catalog
    bad = {**offer.manifest.queries[0].model_dump(mode="json"), "path": path}
    listener(catalog)(announced(catalog, service="critique", queries=[bad]), BasicProperties())
    assert [each.manifest.service for each in catalog] == ["funds"]
