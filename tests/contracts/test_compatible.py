"""What may change under a published name, and what needs a new one."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, create_model

from chungtay.contracts_tool.compatible import event_extends, operation_extends
from contracts.names import Named

Fields = dict[str, Any]
Schema = dict[str, Any]
Build = Callable[[Fields], Schema]


def part(**fields: Any) -> type[BaseModel]:
    return create_model("Part", **fields)


OLD: Fields = {
    "title": (str, ...),
    "count": (int | None, None),
    "kind": (Literal["a", "b"], ...),
    "parts": (list[part(name=(str, ...))], ...),  # type: ignore[misc]
}


def event(fields: Fields) -> Schema:
    return create_model("Told", **fields).model_json_schema()


def command(fields: Fields, path: str = "/things") -> Schema:
    answer = create_model("Done", id=(str, ...)).model_json_schema(mode="serialization")
    return {"method": "POST", "path": path, "input": event(fields), "answer": answer}


def answer(fields: Fields) -> Schema:
    told = create_model("Told", **fields).model_json_schema(mode="serialization")
    return {"method": "GET", "path": "/things", "input": event({}), "answer": told}


KINDS: list[tuple[Build, Callable[[Schema, Schema], bool]]] = [
    (event, event_extends),
    (command, operation_extends),
    (answer, operation_extends),
]
ALWAYS: list[Fields] = [
    {},
    {"added": (str | None, None)},
    {"added": (list[str], Field(default_factory=list))},
    {"count": (int | None, Field(None, description="in better words"))},
    {"kind": (Annotated[Literal["a", "b"], Named("Loại", "Kind", codes={"a": "Một", "b": "Hai"})], ...)},
    {"parts": (list[part(name=(str, ...), more=(int | None, None))], ...)},  # type: ignore[misc]
]
NEVER: list[Fields] = [
    {"title": None},
    {"title": (int, ...)},
    {"title": (str | None, None)},
    {"title": (Annotated[str, Field(max_length=3)], ...)},
    {"kind": (Literal["a"], ...)},
    {"kind": (Literal["a", "b", "c"], ...)},
    {"parts": (list[part(name=(int, ...))], ...)},  # type: ignore[misc]
    {"parts": (list[part(other=(str, ...))], ...)},  # type: ignore[misc]
    {"parts": (part(name=(str, ...)), ...)},
]


def changed(change: Fields) -> Fields:
    return {name: field for name, field in {**OLD, **change}.items() if field}


@pytest.mark.parametrize(("build", "extends"), KINDS)
@pytest.mark.parametrize("change", ALWAYS)
def test_optional_fields_and_better_words_are_no_break(build: Any, extends: Any, change: Fields) -> None:
    assert extends(build(OLD), build(changed(change)))


@pytest.mark.parametrize(("build", "extends"), KINDS)
@pytest.mark.parametrize("change", NEVER)
def test_what_a_reader_or_a_caller_relied_on_stays(build: Any, extends: Any, change: Fields) -> None:
    assert not extends(build(OLD), build(changed(change)))


def test_a_new_field_may_be_required_of_the_one_who_answers_alone() -> None:
    grown = changed({"added": (str, ...)})
    assert [extends(build(OLD), build(grown)) for build, extends in KINDS] == [False, False, True]


def test_an_address_stays() -> None:
    assert not operation_extends(command(OLD), command(OLD, "/others"))
    assert not operation_extends(command(OLD), {**command(OLD), "method": "GET"})
