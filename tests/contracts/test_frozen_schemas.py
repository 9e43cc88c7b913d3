"""The models, the frozen schemas, the examples and the documents say the same."""

import json
import re
from copy import deepcopy
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from chungtay.contracts_tool import documents, freeze
from chungtay.contracts_tool.examples import example_path
from contracts import catalogue
from contracts.envelope import Envelope
from shared.announcing import manifest_of

CONTRACTS = Path(__file__).parents[2] / "contracts"
SERVICES = catalogue.services()
EVENTS = [event for service in SERVICES for event in catalogue.events(service)]


def test_all_five_services_have_contracts() -> None:
    assert SERVICES == ["campaigns", "critique", "funds", "reporting", "supervision"]


def test_every_message_is_published_as_it_is_now() -> None:
    assert freeze.frozen(CONTRACTS / "schemas") == freeze.current()


@pytest.mark.parametrize(
    "publish",
    [
        pytest.param(lambda old: old["properties"].update(gone={"type": "string"}), id="a field was removed"),
        pytest.param(lambda old: old.setdefault("required", []).append("new"), id="required changed"),
        pytest.param(
            lambda old: next(iter(old["properties"].values())).update(type="array"), id="a type changed"
        ),
    ],
)
def test_a_change_that_breaks_readers_is_refused(tmp_path: Path, publish: Any) -> None:
    freeze.freeze(tmp_path)
    name, schema = next((name, each) for name, each in freeze.current().items() if each.get("properties"))
    published = deepcopy(schema)
    publish(published)
    (tmp_path / f"{name}.schema.json").write_text(json.dumps(published))
    assert freeze.changed(tmp_path) == [name]
    with pytest.raises(freeze.FrozenSchemaChanged):
        freeze.freeze(tmp_path)


def test_an_added_optional_field_is_no_break(tmp_path: Path) -> None:
    freeze.freeze(tmp_path)
    name, schema = next((name, each) for name, each in freeze.current().items() if ".command." in name)
    published = deepcopy(schema)
    del published["properties"]["occurred_on"]
    (tmp_path / f"{name}.schema.json").write_text(json.dumps(published))
    assert freeze.changed(tmp_path) == []
    assert freeze.freeze(tmp_path) == [name]


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


@pytest.mark.parametrize("service", SERVICES)
def test_every_event_is_produced_and_consumed_as_declared(service: str) -> None:
    declared = import_module(f"{service}.service").service
    assert {event.wire_type() for event in declared.events} == {
        event.wire_type() for event in catalogue.events(service)
    }
    known = {event.wire_type() for event in EVENTS} | {"#"}
    assert {reaction.wire_type for reaction in declared.reactions} <= known


@pytest.mark.parametrize("service", SERVICES)
def test_every_command_and_query_of_the_contract_is_served(service: str) -> None:
    declared = import_module(f"{service}.service").service
    assert set(declared.command_named) == {each.wire_name() for each in catalogue.commands(service)}
    assert set(declared.query_named) == {each.wire_name() for each in catalogue.queries(service)}


@pytest.mark.parametrize("service", SERVICES)
def test_every_operation_and_event_is_documented(service: str) -> None:
    manifest = manifest_of(import_module(f"{service}.service").service, date(2017, 6, 16))
    described = [*manifest.commands, *manifest.queries, *manifest.events_out]
    assert [each.name for each in described if not each.summary] == []


def test_the_asyncapi_documents_are_those_of_the_services() -> None:
    kept = {
        path.name.split(".")[0]: path.read_text("utf-8") for path in (CONTRACTS / "asyncapi").glob("*.json")
    }
    assert kept == dict(documents.current())


def test_no_event_has_a_field_for_a_person() -> None:
    forbidden = re.compile(r"(^|_)(full_name|donor_name|person|phone|id_card|address|birth|email)(_|$)")
    fields = [f"{event.wire_type()}: {field}" for event in EVENTS for field in event.model_fields]
    assert [field for field in fields if forbidden.search(field.partition(": ")[2])] == []
