"""Schemas of many services in one place: each name begins with its service's."""

import re
from typing import Any

REF = "#/components/schemas/"
DEFS = "#/$defs/"
NOT_IN_A_KEY = re.compile(r"[^A-Za-z0-9_-]")

Json = dict[str, Any]


class Components:
    """The schemas that operations point to."""

    def __init__(self, schemas: Json) -> None:
        self.schemas = schemas

    def add(self, schema: Json, service: str, operation: str) -> Json:
        """Store a schema with the definitions that it brings; return a reference to it.

        Its key is its English title, the class's name, whatever language the document is then put into.
        """
        name = str(schema.get("title", operation))
        root = {key: part for key, part in schema.items() if key != "$defs"}
        return {"$ref": REF + self._store({**schema.get("$defs", {}), name: root}, service, operation)[name]}

    def rewrite(self, part: Json, whole: Json, service: str, operation: str) -> Json:
        """Store the definitions of a schema, and return one part of it that points to them."""
        rewritten: Json = _rewritten(part, self._store(whole.get("$defs", {}), service, operation))
        return rewritten

    def _store(self, parts: Json, service: str, operation: str) -> dict[str, str]:
        """Return the key of each part.

        Where an earlier operation defined one of the names differently, the keys carry this operation too.
        """
        keys = _keys(parts, service)
        fresh = {keys[name]: _rewritten(part, keys) for name, part in parts.items()}
        if any(self.schemas.get(key, part) != part for key, part in fresh.items()):
            keys = _keys(parts, f"{service}.{operation}")
            fresh = {keys[name]: _rewritten(part, keys) for name, part in parts.items()}
        self.schemas.update(fresh)
        return keys


def _keys(parts: Json, prefix: str) -> dict[str, str]:
    return {name: f"{prefix}.{NOT_IN_A_KEY.sub('_', name)}" for name in parts}


def _rewritten(part: Any, keys: dict[str, str]) -> Any:
    """Copy a schema with its references pointing to the components."""
    if isinstance(part, list):
        return [_rewritten(each, keys) for each in part]
    if not isinstance(part, dict):
        return part
    copy = {name: _rewritten(each, keys) for name, each in part.items()}
    reference = copy.get("$ref")
    if isinstance(reference, str) and reference.startswith(DEFS):
        copy["$ref"] = REF + keys[reference.removeprefix(DEFS)]
    if isinstance(mapping := copy.get("mapping"), dict) and "propertyName" in copy:
        copy["mapping"] = {tag: REF + keys[aim.removeprefix(DEFS)] for tag, aim in mapping.items()}
    return copy
