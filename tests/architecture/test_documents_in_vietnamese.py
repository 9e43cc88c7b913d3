"""The document of all services together: whoever reads Vietnamese takes nothing English for Vietnamese."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

import pytest

from contracts import catalogue
from contracts.manifest import Manifest
from contracts.names import VI
from gateway.app import assemble
from gateway.catalog import Catalog
from gateway.dependencies import Gateway
from gateway.http.language import Language
from gateway.openapi.texts import IN_ENGLISH
from gateway.openapi.translation import NAMED_SCHEMAS
from gateway.settings import GatewaySettings
from gateway.testing import FakeBus
from shared.chassis import with_chassis
from shared.manifest import manifest_of
from shared.testing import SIGNING_DAY

NOW = datetime(2017, 6, 16, tzinfo=UTC)
VIETNAMESE = re.compile("[à-ỹđ]", re.IGNORECASE)
LIST_OF_CODES = "- `"
Json = dict[str, Any]
Parts = dict[str, Json]


def manifests() -> list[Manifest]:
    services = (import_module(f"{name}.service").service for name in catalogue.services())
    return [manifest_of(with_chassis(each), SIGNING_DAY) for each in services]


def document(published: list[Manifest], language: Language) -> Json:
    """The gateway's document of these services."""
    settings, catalog = GatewaySettings(), Catalog()
    for each in published:
        catalog.register(each, NOW)
    app = assemble(Gateway.of(settings, FakeBus(), catalog))
    found: Json = json.loads(app.state.documents.get(language).plain.content)
    return found


def parts(whole: Any, where: str = "", *, names: bool = False) -> Iterator[tuple[str, Json]]:
    """Yield each object of a document that may carry a title or a description, by where it stands.

    With `names` its keys are names of fields or codes, and none of them a title.
    """
    if isinstance(whole, list):
        whole = {str(place): each for place, each in enumerate(whole)}
        names = True
    if not isinstance(whole, dict):
        return
    if not names:
        yield where, whole
    for key, each in whole.items():
        yield from parts(each, f"{where}/{key}", names=not names and key in {*NAMED_SCHEMAS, "x-codes"})


def nameless(vietnamese: Mapping[str, Json]) -> list[str]:
    """Return what has a title and no Vietnamese name."""
    return [at for at, part in vietnamese.items() if "title" in part and part["title"] != part.get(VI)]


def taken_for_vietnamese(vietnamese: Mapping[str, Json], english: Mapping[str, Json]) -> list[str]:
    """Return what is described in English without saying so."""
    return [
        where
        for where, part in vietnamese.items()
        if _unmarked(part.get("description", ""), english[where].get("description", ""))
    ]


def _unmarked(vietnamese: str, english: str) -> set[str]:
    """The paragraphs before the mark that the English text has too, or that have no Vietnamese letter."""
    said = set(vietnamese.partition(IN_ENGLISH)[0].strip().split("\n\n")) - {""}
    told = {each for each in said if not each.startswith(LIST_OF_CODES)}
    return {each for each in told if each in english.split("\n\n") or not VIETNAMESE.search(each)}


def undescribed(vietnamese: Json) -> list[str]:
    """Return the operations that are described in English, though it may be marked, or not at all."""
    return [
        f"{method} {path}"
        for path, methods in vietnamese["paths"].items()
        for method, operation in methods.items()
        if IN_ENGLISH in (said := operation.get("description", "")) or not said
    ]


def of_schemas_and_addresses(whole: Json) -> Parts:
    return dict(parts({"paths": whole["paths"], "components": whole["components"]}))


@pytest.fixture(scope="module")
def published() -> list[Manifest]:
    return manifests()


@pytest.fixture(scope="module")
def vietnamese(published: list[Manifest]) -> Json:
    return document(published, "vi")


@pytest.fixture(scope="module")
def english(published: list[Manifest]) -> Parts:
    return of_schemas_and_addresses(document(published, "en"))


def test_every_operation_is_described_in_vietnamese(vietnamese: Json, published: list[Manifest]) -> None:
    assert len(vietnamese["paths"]) > sum(len(each.commands) for each in published)
    assert undescribed(vietnamese) == []


def test_every_title_is_a_vietnamese_name(vietnamese: Json) -> None:
    assert nameless(of_schemas_and_addresses(vietnamese)) == []


def test_what_is_described_in_english_alone_says_so(vietnamese: Json, english: Parts) -> None:
    assert taken_for_vietnamese(of_schemas_and_addresses(vietnamese), english) == []


def test_one_without_its_vietnamese_words_is_found(published: list[Manifest]) -> None:
    first, *others = published
    bare = first.commands[0].model_copy(update={"description_vi": "", "summary_vi": ""})
    made = document([first.model_copy(update={"commands": [bare, *first.commands[1:]]}), *others], "vi")
    assert undescribed(made) == [f"post /v1/{first.service}{bare.path}"]
    key = f"{first.service}.{bare.input_schema['title']}"
    assert f"/components/schemas/{key}" in nameless(of_schemas_and_addresses(made))


def test_english_that_is_not_marked_is_found() -> None:
    for said in ("Of these funds alone", "Bodies of one level («cùng cấp»)"):
        for shown, found in ((said, ["/x"]), (f"{IN_ENGLISH} {said}", []), (f"Quỹ\n\n{said}", ["/x"])):
            assert (
                taken_for_vietnamese({"/x": {"description": shown}}, {"/x": {"description": said}}) == found
            )
