"""What people read of a service, and what of it has no Vietnamese name."""

from collections.abc import Iterator
from typing import Any

from contracts.errors import Refusal
from contracts.names import CODES, VI
from shared.service import Service, Subject

Schema = dict[str, Any]


def unnamed(service: Service) -> list[str]:
    """Name every operation, event, model, field, code, timer, state and step that has no Vietnamese name."""
    return sorted({*_operations(service), *_events(service), *_timers(service), *_lives(service)})


def unnamed_refusals() -> list[str]:
    """Name every refusal whose sentence is not there in both languages; a base of others is never raised."""
    return sorted(
        f"refusal {each.__module__}.{each.__name__}"
        for each in _below(Refusal)
        if not each.__subclasses__() and not (getattr(each, "vi", "") and getattr(each, "en", ""))
    )


def _below(base: type[Refusal]) -> Iterator[type[Refusal]]:
    for each in base.__subclasses__():
        yield each
        yield from _below(each)


def _operations(service: Service) -> Iterator[str]:
    handlers: list[Any] = [*service.commands, *service.queries]
    for each in handlers:
        if not each.vi:
            yield f"operation {each.name}"
        yield from _fields(each.model.model_json_schema(), message=True)
        yield from _fields(each.answer.model_json_schema(mode="serialization"))
        yield from (f"guard {part.rule}" for part in each.may.each() if not part.vi)


def _events(service: Service) -> Iterator[str]:
    for each in service.events:
        yield from _fields(each.model_json_schema())


def _timers(service: Service) -> Iterator[str]:
    yield from (f"timer {each.name}" for each in service.timers if not each.vi)
    yield from (f"job {each.name}" for each in service.jobs if not each.vi)


def _lives(service: Service) -> Iterator[str]:
    for subject in service.subjects:
        yield from _life(subject)


def _life(subject: Subject) -> Iterator[str]:
    lifecycle = subject.lifecycle
    if not lifecycle.title.vi:
        yield f"lifecycle {lifecycle.name}"
    yield from (f"state {lifecycle.name}:{code}" for code, name in lifecycle.states.items() if not name.vi)
    yield from (f"step {lifecycle.rule(name)}" for name, step in lifecycle.steps.items() if not step.vi)


def _fields(schema: Schema, *, message: bool = False) -> Iterator[str]:
    """The models of a schema, their fields and their codes; a command or query is named by its operation."""
    for part in (schema, *schema.get("$defs", {}).values()):
        if "properties" in part and not part.get(VI) and not (message and part is schema):
            yield f"model {part['title']}"
        for name, field in part.get("properties", {}).items():
            if not field.get(VI):
                yield f"field {part['title']}.{name}"
            yield from (f"code {part['title']}.{name}={code}" for code in _codes(field))
        yield from (f"code {part.get('title')}={code}" for code in _codes(part) if "properties" not in part)


def _codes(node: Any) -> Iterator[str]:
    """The codes within a part of a schema that have no name."""
    if isinstance(node, list):
        for each in node:
            yield from _codes(each)
    elif isinstance(node, dict):
        said = node.get(CODES, {})
        found = [*node.get("enum", ()), *([node["const"]] if "const" in node else [])]
        yield from (code for code in found if isinstance(code, str) and not said.get(code, {}).get("vi"))
        for key, part in node.items():
            if key not in {CODES, "default", "examples"}:
                yield from _codes(part)
