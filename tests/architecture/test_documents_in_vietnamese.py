"""The document of all services together: whoever reads Vietnamese finds no operation described in English."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

import pytest

from contracts import catalogue
from contracts.manifest import Manifest
from gateway.app import assemble
from gateway.catalog import Catalog
from gateway.dependencies import Gateway
from gateway.http.language import Language
from gateway.settings import GatewaySettings
from gateway.testing import FakeBus
from shared.chassis import with_chassis
from shared.manifest import manifest_of
from shared.testing import SIGNING_DAY

NOW = datetime(2017, 6, 16, tzinfo=UTC)
Described = dict[str, str]


def manifests() -> list[Manifest]:
    services = (import_module(f"{name}.service").service for name in catalogue.services())
    return [manifest_of(with_chassis(each), SIGNING_DAY) for each in services]


def descriptions(published: list[Manifest], language: Language) -> Described:
    """What the gateway's document says of each operation, by its method and address."""
    settings, catalog = GatewaySettings(), Catalog()
    for each in published:
        catalog.register(each, NOW)
    app = assemble(Gateway.of(settings, FakeBus(), catalog))
    document: dict[str, Any] = json.loads(app.state.documents.get(language).plain.content)
    return dict(_said(document["paths"]))


def _said(paths: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for path, methods in paths.items():
        for method, operation in methods.items():
            yield f"{method} {path}", operation.get("description", "")


def in_english(vietnamese: Described, english: Described) -> list[str]:
    """Return the operations that are described in Vietnamese as in English, or not at all."""
    return [where for where, said in vietnamese.items() if not said or said == english[where]]


@pytest.fixture(scope="module")
def published() -> list[Manifest]:
    return manifests()


def test_no_operation_is_described_in_english_to_who_reads_vietnamese(published: list[Manifest]) -> None:
    vietnamese = descriptions(published, "vi")
    assert len(vietnamese) > sum(len(each.commands) for each in published)
    assert in_english(vietnamese, descriptions(published, "en")) == []


def test_one_without_its_vietnamese_description_is_found(published: list[Manifest]) -> None:
    first, *others = published
    command = first.commands[0].model_copy(update={"description_vi": ""})
    bare = [first.model_copy(update={"commands": [command, *first.commands[1:]]}), *others]
    found = in_english(descriptions(bare, "vi"), descriptions(bare, "en"))
    assert found == [f"post /v1/{first.service}{command.path}"]
