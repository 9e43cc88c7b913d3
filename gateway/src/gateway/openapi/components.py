"""Schemas of many services in one place: each name begins with its service's."""

from typing import Any

REF = "#/components/schemas/"
DEFS = "#/$defs/"

Json = dict[str, Any]


class Components:
    """The schemas that operations point to."""

    def __init__(self, schemas: Json) -> None:
        self.schemas = schemas

    def place(self, schema: Json, service: str, operation: str, fallback: str) -> Json:
        """Store a schema with the definitions it brings, and return the reference to it.

        Two operations of one service may define the same name differently: then the later one's
        names carry the operation too.
        """
        name = str(schema.get("title", fallback))
        for prefix in (service, f"{service}.{operation}"):
            fresh = _parts(schema, name, prefix)
            if all(self.schemas.get(key, part) == part for key, part in fresh.items()):
                break
        self.schemas.update(fresh)
        return {"$ref": f"{REF}{_key(prefix, name)}"}

    def place_definitions(self, schema: Json, service: str, operation: str) -> Json:
        """Store only the definitions, and return the schema itself pointing to them."""
        definitions = schema.get("$defs", {})
        for name, definition in definitions.items():
            whole = {"title": name, **definition, "$defs": definitions}
            self.place(whole, service, operation, name)
        return _pointing(_without_definitions(schema), service)


def _parts(schema: Json, name: str, prefix: str) -> Json:
    parts = {name: _without_definitions(schema), **schema.get("$defs", {})}
    return {_key(prefix, part): _pointing(content, prefix) for part, content in parts.items()}


def _key(prefix: str, name: str) -> str:
    legal = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "-_") else "_" for letter in name)
    return f"{prefix}.{legal}"


def _without_definitions(schema: Json) -> Json:
    return {key: part for key, part in schema.items() if key != "$defs"}


def _pointing(part: Any, prefix: str) -> Any:
    """Copy a schema with its references led to the components."""
    if isinstance(part, list):
        return [_pointing(each, prefix) for each in part]
    if not isinstance(part, dict):
        return part
    copy = {key: _pointing(each, prefix) for key, each in part.items()}
    reference = copy.get("$ref")
    if isinstance(reference, str) and reference.startswith(DEFS):
        copy["$ref"] = f"{REF}{_key(prefix, reference.removeprefix(DEFS))}"
    return copy
