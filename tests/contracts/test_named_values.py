"""A value type's names stand in the JSON Schema of every field that has it, however it is wrapped."""

from typing import Annotated, Any, Literal

import pytest
from pydantic import Field

from contracts.messages import Answer, Event, Page
from contracts.names import CODES, VI, Name, Named, named, plain

Number = Annotated[str, Field(max_length=80), Named("Số văn bản", "Document number")]
Kind = Annotated[
    Literal["for_the_poor", "relief"],
    Named("Loại quỹ", "Kind of fund", codes={"for_the_poor": "Vì người nghèo", "relief": ("Cứu trợ", "aid")}),
]


class Paper(Answer, vi="Văn bản"):
    """A paper."""

    number: Number


class Donation(Answer, vi="Khoản ủng hộ"):
    """A donation, paper or not."""

    amount: Annotated[int, Named("Số tiền", "Amount")]


class Book(Answer, vi="Sổ"):
    """A field of each kind."""

    plain: Number
    described: Number = Field(description="As printed on it")
    optional: Number | None = None
    listed: list[Number]
    optional_list: list[Number] | None = None
    model: Paper
    optional_model: Paper | None = None
    models: list[Paper]
    either: Paper | Donation
    own: Annotated[Paper, Named("Văn bản gốc", "Original")]
    own_list: Annotated[list[Number], Named("Các số", "Numbers")]
    of_kind: Kind | None = None
    bare: str


FIELDS = Book.model_json_schema(mode="serialization")["properties"]


@pytest.mark.parametrize(
    ("field", "vi", "en"),
    [
        *((each, "Số văn bản", "Document number") for each in ("plain", "described", "optional", "listed")),
        ("optional_list", "Số văn bản", "Document number"),
        *((each, "Văn bản", "Paper") for each in ("model", "optional_model", "models", "either")),
        ("own", "Văn bản gốc", "Original"),
        ("own_list", "Các số", "Numbers"),
        ("of_kind", "Loại quỹ", "Kind of fund"),
    ],
)
def test_a_field_carries_the_names_of_its_type(field: str, vi: str, en: str) -> None:
    assert (FIELDS[field][VI], FIELDS[field]["title"]) == (vi, en)


def test_a_field_without_a_named_type_has_no_name() -> None:
    assert VI not in FIELDS["bare"]


def test_a_description_and_bounds_stay_beside_the_names() -> None:
    assert (FIELDS["described"]["description"], FIELDS["described"]["maxLength"]) == ("As printed on it", 80)


def codes_in(node: Any) -> dict[str, dict[str, str]]:
    found: dict[str, Any] = next((part for part in node.get("anyOf", [node]) if CODES in part), {})
    codes: dict[str, dict[str, str]] = found[CODES]
    return codes


def test_codes_have_both_names() -> None:
    assert codes_in(FIELDS["of_kind"]) == {
        "for_the_poor": {"vi": "Vì người nghèo", "en": "for the poor"},
        "relief": {"vi": "Cứu trợ", "en": "aid"},
    }


def test_models_and_events_carry_their_own_name() -> None:
    class Told(Event, service="test", subject="number", vi="Đã báo"):
        """It was told."""

        number: Number

    schema = Told.model_json_schema()
    assert (schema[VI], Told.vietnamese) == ("Đã báo", "Đã báo")
    assert schema["properties"]["number"][VI] == "Số văn bản"


def test_a_page_names_its_items() -> None:
    class Papers(Page[Paper], vi="Danh sách văn bản"):
        """Papers."""

    schema = Papers.model_json_schema(mode="serialization")
    assert (schema[VI], schema["properties"]["items"][VI]) == ("Danh sách văn bản", "Danh sách")


def test_names_are_read_from_the_type_itself() -> None:
    kind = named(Kind)
    assert kind is not None
    assert (kind.name, kind.codes["relief"]) == (Name("Loại quỹ", "Kind of fund"), Name("Cứu trợ", "aid"))
    assert named(str) is None
    assert plain("self_assess") == "self assess"
