"""Putting a document into the reader's language.

Until then it carries both: `title`, `summary` and `description` in English, `x-vi` beside them in
Vietnamese, and `x-codes` with the names of codes (see `contracts.names`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from contracts.names import CODES, VI
from gateway.http.language import Language
from gateway.openapi.components import REF, Json
from gateway.openapi.texts import IN_ENGLISH, VI_DESCRIPTION

ONE_SCHEMA = ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames")
SCHEMAS = ("anyOf", "oneOf", "allOf", "prefixItems")
NAMED_SCHEMAS = ("properties", "patternProperties")


@dataclass(frozen=True)
class Translation:
    """Speaks one language; `components` are the schemas that references lead to, untranslated."""

    language: Language
    components: Mapping[str, Json]

    def schema(self, schema: Any) -> Any:
        """Translate a schema with all its parts; `true` and `false` are schemas too."""
        if not isinstance(schema, dict):
            return schema
        said = self._described(schema, "title")
        for key in said.keys() & ONE_SCHEMA:
            said[key] = self.schema(said[key])
        for key in said.keys() & SCHEMAS:
            said[key] = [self.schema(each) for each in said[key]]
        for key in said.keys() & NAMED_SCHEMAS:
            said[key] = {name: self.field(each) for name, each in said[key].items()}
        return said

    def field(self, schema: Any) -> Any:
        """Translate a property's schema, and explain its codes in its description."""
        said = self.schema(schema)
        if isinstance(said, dict) and (codes := self._codes(said)):
            said["description"] = f"{said.get('description', '')}\n\n{self._lines(codes)}".strip()
        return said

    def parameter(self, parameter: Json) -> Json:
        """Translate a parameter: OpenAPI gives it no title, so its description begins with its name."""
        schema = self.field({"description": parameter.get("description", ""), **parameter["schema"]})
        texts = dict.fromkeys((schema.get("title", ""), schema.pop("description")))
        return {**parameter, "description": "\n\n".join(filter(None, texts)), "schema": schema}

    def operation(self, operation: Json) -> Json:
        """Translate what an address is called, takes and gives."""
        said = self._described(operation, "summary")
        if "parameters" in said:
            said["parameters"] = [self.parameter(each) for each in said["parameters"]]
        if "requestBody" in said:
            said["requestBody"] = self._content(said["requestBody"])
        said["responses"] = {status: self._content(each) for status, each in said["responses"].items()}
        return said

    def _content(self, part: Json) -> Json:
        content = {
            media_type: {**each, "schema": self.schema(each["schema"])}
            for media_type, each in part.get("content", {}).items()
        }
        return {**part, "content": content} if content else part

    def _described(self, part: Json, name: str) -> Json:
        """Copy a part with its name and description in this language."""
        said = {key: each for key, each in part.items() if key != VI_DESCRIPTION}
        if self.language == "vi":
            said |= {name: part[VI]} if isinstance(part.get(VI), str) else {}
            said |= _vietnamese_or_marked(part)
        return said

    def _codes(self, schema: Json) -> Mapping[str, Mapping[str, str]]:
        """Return the codes that a value may be, also where it is optional, a list, or a reference."""
        parts = [schema, *schema.get("anyOf", ()), *schema.get("oneOf", ()), schema.get("items")]
        for part in parts:
            if isinstance(part, dict) and (codes := self._resolved(part).get(CODES)):
                return dict(codes)
        return {}

    def _resolved(self, schema: Json) -> Json:
        aim = schema.get("$ref", "").removeprefix(REF)
        return {**self.components.get(aim, {}), **schema}

    def _lines(self, codes: Mapping[str, Mapping[str, str]]) -> str:
        return "\n".join(f"- `{code}` – {name[self.language]}" for code, name in codes.items())


def _vietnamese_or_marked(part: Json) -> Json:
    """Return the description in Vietnamese; one that is there in English alone says so, once."""
    if part.get(VI_DESCRIPTION):
        return {"description": part[VI_DESCRIPTION]}
    english = part.get("description", "")
    return {"description": f"{IN_ENGLISH} {english}"} if english else {}
