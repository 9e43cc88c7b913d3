"""Names that people read: the Vietnamese one beside the English one, on the declaration itself.

A value type says what it is called wherever it stands, and what its codes mean:

    DocNumber = Annotated[str, Field(max_length=80), Named("Số văn bản", "Document number")]
    FundKind = Annotated[
        Literal["for_the_poor", "relief"],
        Named("Loại quỹ", "Kind of fund", codes={"for_the_poor": "Vì người nghèo", "relief": "Cứu trợ"}),
    ]

JSON Schema carries them as `title` (English), `x-vi`, and `x-codes` (`{code: {"vi": …, "en": …}}`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

VI = "x-vi"
CODES = "x-codes"


@dataclass(frozen=True)
class Name:
    """What a thing is called in both languages."""

    vi: str
    en: str


class Named:
    """Metadata of a value type: its name, and the names of its codes.

    A code's English name is the code itself, with spaces, unless a pair of (Vietnamese, English) is given,
    or the `Name` that the code has in another type.
    """

    def __init__(
        self, vi: str, en: str, codes: Mapping[str, str | tuple[str, str] | Name] | None = None
    ) -> None:
        """Keep the names."""
        self.name = Name(vi, en)
        self.codes = {code: _name(code, said) for code, said in (codes or {}).items()}

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Put the names into the type's JSON Schema."""
        schema: dict[str, Any] = {**handler(core_schema), "title": self.name.en, VI: self.name.vi}
        if self.codes:
            schema[CODES] = {code: {"vi": name.vi, "en": name.en} for code, name in self.codes.items()}
        return schema


def named(value_type: Any) -> Named | None:
    """Return the names that a value type carries, if it carries any; the outermost where it is nested."""
    metadata = get_args(value_type)[1:] if get_origin(value_type) is Annotated else ()
    return next((each for each in reversed(metadata) if isinstance(each, Named)), None)


def code_name(value_type: Any, code: str) -> Name:
    """Return what a code of a value type is called; a code without a name is called by its words."""
    said = named(value_type)
    return said.codes.get(code, Name(code, plain(code))) if said else Name(code, plain(code))


def lift_names(schema: dict[str, Any]) -> dict[str, Any]:
    """Let each property in a JSON Schema carry the name of its type, be it optional, a list, or a model."""
    definitions = schema.get("$defs", {})
    for model in (schema, *definitions.values()):
        for field in model.get("properties", {}).values():
            if VI not in field and (source := _name_bearer(field, definitions)):
                field.update(title=source.get("title", ""), **{VI: source[VI]})
    return schema


def _name_bearer(field: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any] | None:
    parts: list[dict[str, Any]] = [*field.get("anyOf", ()), *field.get("oneOf", ())]
    if "$ref" in field:
        parts.append(definitions[field["$ref"].rpartition("/")[2]])
    if isinstance(items := field.get("items"), dict):
        parts.append(items)
    for part in parts:
        if VI in part:
            return part
        if found := _name_bearer(part, definitions):
            return found
    return None


def plain(name: str) -> str:
    """Turn an identifier into words: `self_assess` into `self assess`."""
    return name.replace("_", " ")


def _name(code: str, said: str | tuple[str, str] | Name) -> Name:
    if isinstance(said, Name):
        return said
    return Name(said, plain(code)) if isinstance(said, str) else Name(*said)
