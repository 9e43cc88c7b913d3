"""What may change under a published name: further optional fields, and the words that only people read."""

from typing import Any

Schema = dict[str, Any]
WORDS = {"title", "description", "examples", "x-vi", "x-codes"}
NAMED_PARTS = ("properties", "$defs")


def event_extends(old: Schema, new: Schema) -> bool:
    """Whether an event may take the place of the published one: at most, optional fields were added."""
    return _extends(old, new, may_require=False)


def operation_extends(old: Schema, new: Schema) -> bool:
    """Whether a command or query keeps its address, takes what it took, and answers what it answered.

    An answer may always hold more fields than its readers know.
    """
    same_address = (old["method"], old["path"]) == (new["method"], new["path"])
    return (
        same_address
        and _extends(old["input"], new["input"], may_require=False)
        and _extends(old["answer"], new["answer"], may_require=True)
    )


def _extends(old: object, new: object, *, may_require: bool) -> bool:
    """Compare two parts of schemas; with `may_require` a part that was added may always be present."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return _bare(old) == _bare(new)
    was, now = set(old.get("required", ())), set(new.get("required", ()))
    if not (was <= now if may_require else was == now):
        return False
    return _rest(old) == _rest(new) and all(
        _covers(old.get(part, {}), new.get(part, {}), may_require=may_require) for part in NAMED_PARTS
    )


def _covers(old: Schema, new: Schema, *, may_require: bool) -> bool:
    """Whether every field or definition is still there, and still what it was."""
    return all(
        name in new and _extends(part, new[name], may_require=may_require) for name, part in old.items()
    )


def _rest(schema: Schema) -> Schema:
    """What must stay as it is, beside fields and definitions."""
    return {key: _bare(part) for key, part in schema.items() if key not in {*WORDS, *NAMED_PARTS, "required"}}


def _bare(schema: object) -> object:
    """A part of a schema without the words that only people read."""
    if isinstance(schema, dict):
        return {key: _bare(part) for key, part in schema.items() if key not in WORDS}
    return [_bare(part) for part in schema] if isinstance(schema, list) else schema
