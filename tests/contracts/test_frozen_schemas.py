"""The models, the frozen schemas, the examples and the documents say the same."""

import json
import re
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from chungtay.contracts_tool import documents, freeze
from chungtay.contracts_tool.compatible import Schema
from chungtay.contracts_tool.examples import example_path
from contracts import catalogue
from contracts.envelope import Envelope
from shared.chassis import with_chassis
from shared.manifest import manifest_of

ROOT = Path(__file__).parents[2]
CONTRACTS = ROOT / "contracts"
SERVICES = catalogue.services()
EVENTS = [event for service in SERVICES for event in catalogue.published(service)]
SHELVES = freeze.shelves(ROOT)


def folder_of(shelf: freeze.Shelf) -> str:
    return shelf.folder.relative_to(ROOT).as_posix()


def test_all_five_services_have_contracts() -> None:
    assert SERVICES == ["campaigns", "critique", "funds", "reporting", "supervision"]


def test_events_each_service_and_the_chassis_have_a_folder() -> None:
    assert [folder_of(shelf) for shelf in SHELVES] == [
        "contracts/schemas",
        "shared/schemas",
        *(f"services/{name}/schemas" for name in SERVICES),
    ]


@pytest.mark.parametrize("shelf", SHELVES, ids=folder_of)
def test_every_message_is_published_as_it_is_now(shelf: freeze.Shelf) -> None:
    frozen = shelf.frozen()
    assert set(frozen) == set(shelf.current)
    assert [name for name, schema in shelf.current.items() if frozen[name] != schema] == []


def inner(schema: Schema) -> Schema:
    """The part of a published document that holds the fields: an event's own, or what an operation takes."""
    found: Schema = schema.get("input", schema)
    return found


def publish(root: Path, *, of: str, change: Callable[[Schema], object]) -> tuple[str, Schema]:
    """Publish everything below a folder, then alter one published document; return its name and text."""
    freeze.freeze(root)
    shelf = next(each for each in freeze.shelves(root) if each.folder == root / of)
    name = next(name for name, schema in shelf.current.items() if inner(schema).get("required"))
    altered = deepcopy(shelf.current[name])
    change(inner(altered))
    (shelf.folder / f"{name}{shelf.suffix}").write_text(json.dumps(altered), "utf-8")
    return name, altered


@pytest.mark.parametrize("of", ["contracts/schemas", "services/funds/schemas"])
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda old: old["properties"].update(gone={"type": "string"}), id="a field was removed"),
        pytest.param(lambda old: old["required"].append("new"), id="required changed"),
        pytest.param(
            lambda old: next(iter(old["properties"].values())).update(type="array"), id="a type changed"
        ),
    ],
)
def test_a_change_that_breaks_readers_is_refused_and_writes_nothing(
    tmp_path: Path, of: str, change: Any
) -> None:
    name, altered = publish(tmp_path, of=of, change=change)
    with pytest.raises(freeze.FrozenSchemaChanged, match=re.escape(name)):
        freeze.freeze(tmp_path)
    shelf = next(each for each in freeze.shelves(tmp_path) if each.folder == tmp_path / of)
    assert shelf.frozen()[name] == altered


@pytest.mark.parametrize("of", ["contracts/schemas", "services/funds/schemas"])
def test_a_message_that_is_gone_is_refused(tmp_path: Path, of: str) -> None:
    freeze.freeze(tmp_path)
    suffix = ".schema.json" if of.startswith("contracts") else ".json"
    (tmp_path / of / f"gone{suffix}").write_text("{}", "utf-8")
    with pytest.raises(freeze.FrozenSchemaChanged, match="gone"):
        freeze.freeze(tmp_path)


@pytest.mark.parametrize("of", ["contracts/schemas", "services/funds/schemas"])
def test_an_added_optional_field_is_no_break(tmp_path: Path, of: str) -> None:
    def without_an_optional_field(schema: Schema) -> None:
        optional = next(name for name in schema["properties"] if name not in schema["required"])
        del schema["properties"][optional]

    name, _ = publish(tmp_path, of=of, change=without_an_optional_field)
    assert freeze.freeze(tmp_path) == [name]
    assert freeze.freeze(tmp_path) == []


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.wire_type())
def test_every_event_has_an_example_that_another_validator_accepts(event: Any) -> None:
    path = example_path(CONTRACTS / "examples", event.wire_type())
    example = json.loads(path.read_text("utf-8"))
    schema = json.loads((CONTRACTS / "schemas" / f"{event.wire_type()}.schema.json").read_text("utf-8"))
    checker = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    checker.validate(example["data"])
    assert not checker.is_valid({**example["data"], "unknown": 1})
    envelope = Envelope.model_validate(example)
    assert event.read(envelope.data).subject == envelope.subject


def test_there_is_no_example_of_an_event_that_is_gone() -> None:
    kept = {path.name for path in (CONTRACTS / "examples").iterdir()}
    assert kept - {event.wire_type() for event in EVENTS} == set()


@pytest.mark.parametrize("service", SERVICES)
def test_every_event_is_produced_and_consumed_as_declared(service: str) -> None:
    declared = with_chassis(import_module(f"{service}.service").service)
    assert {event.wire_type() for event in declared.events} == {
        event.wire_type() for event in catalogue.published(service)
    }
    known = {event.wire_type() for event in EVENTS} | {"#"}
    assert {reaction.wire_type for reaction in declared.reactions} <= known


@pytest.mark.parametrize("service", SERVICES)
def test_every_operation_and_event_is_documented(service: str) -> None:
    whole = with_chassis(import_module(f"{service}.service").service)
    manifest = manifest_of(whole, date(2017, 6, 16))
    described = [*manifest.commands, *manifest.queries, *manifest.events_out]
    assert [each.name for each in described if not (each.summary and each.summary_vi)] == []


def test_the_asyncapi_documents_are_those_of_the_services() -> None:
    kept = {
        path.name.split(".")[0]: path.read_text("utf-8") for path in (CONTRACTS / "asyncapi").glob("*.json")
    }
    assert kept == dict(documents.current())


def test_no_event_has_a_field_for_a_person() -> None:
    forbidden = re.compile(r"(^|_)(full_name|donor_name|person|phone|id_card|address|birth|email)(_|$)")
    fields = [f"{event.wire_type()}: {field}" for event in EVENTS for field in event.model_fields]
    assert [field for field in fields if forbidden.search(field.partition(": ")[2])] == []
