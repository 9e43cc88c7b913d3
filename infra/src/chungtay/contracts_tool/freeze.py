"""Frozen JSON Schemas: a published name never changes its schema; a new meaning gets a new version."""

import json
from pathlib import Path
from typing import Any

from contracts import catalogue


class FrozenSchemaChanged(Exception):
    """A model no longer fits the schema that was published under its name."""

    def __init__(self, names: list[str]) -> None:
        """Name the schemas."""
        super().__init__(
            f"these published schemas changed; publish a new version instead: {', '.join(names)}"
        )
        self.names = names


def current() -> dict[str, dict[str, Any]]:
    """Return the schema of every message as the models are now."""
    return {
        name: schema
        for service in catalogue.services()
        for name, schema in catalogue.schemas(service).items()
    }


def frozen(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the published schemas by name."""
    suffix = ".schema.json"
    return {
        path.name.removesuffix(suffix): json.loads(path.read_text("utf-8"))
        for path in folder.glob(f"*{suffix}")
    }


def changed(folder: Path) -> list[str]:
    """Return the names whose model and published schema differ in more than an added optional field."""
    now = current()
    return sorted(name for name, schema in frozen(folder).items() if not _extends(schema, now.get(name)))


def freeze(folder: Path, *, force: bool = False) -> list[str]:
    """Publish what is new or compatibly extended; return the names written. Raises FrozenSchemaChanged."""
    if (broken := changed(folder)) and not force:
        raise FrozenSchemaChanged(broken)
    folder.mkdir(parents=True, exist_ok=True)
    published, written = frozen(folder), []
    for name, schema in current().items():
        if published.get(name) != schema:
            (folder / f"{name}.schema.json").write_text(pretty(schema), "utf-8")
            written.append(name)
    return written


def pretty(value: object) -> str:
    """Return JSON as it is committed."""
    return json.dumps(value, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _extends(old: dict[str, Any], new: dict[str, Any] | None) -> bool:
    """Whether the new schema is the old one with, at most, further optional fields and better words."""
    if new is None:
        return False
    old_fields, new_fields = old.get("properties", {}), new.get("properties", {})
    kept = all(_bare(new_fields.get(name)) == _bare(field) for name, field in old_fields.items())
    definitions = new.get("$defs", {})
    same_parts = all(
        _bare(definitions.get(name)) == _bare(part) for name, part in old.get("$defs", {}).items()
    )
    return kept and same_parts and new.get("required", []) == old.get("required", [])


def _bare(schema: Any) -> Any:
    """A schema without the words that only people read."""
    if isinstance(schema, dict):
        return {key: _bare(part) for key, part in schema.items() if key not in {"description", "title"}}
    return [_bare(part) for part in schema] if isinstance(schema, list) else schema
