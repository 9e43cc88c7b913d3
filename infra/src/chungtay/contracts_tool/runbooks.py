"""The parts of READMEs that declarations say: tables of what a service offers, diagrams of lives, settings.

They stand between `<!-- generated:commands -->` and `<!-- /generated -->`; the rest is prose. Parts are
`settings`, `commands`, `queries`, `events`, `timers`, `jobs` and `lifecycles`. What the chassis gives to
every service stands once, on a page of its own.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from contracts import catalogue
from contracts.messages import Query
from shared import example
from shared.authority import Guard
from shared.chassis import with_chassis
from shared.domain.lifecycle import Lifecycle
from shared.service import CommandHandler, QueryHandler, Service, summary_of
from shared.settings import Settings

Fields = Mapping[str, FieldInfo]
MARKED = re.compile(r"(<!-- generated:(\w+) -->\n).*?(<!-- /generated -->)", re.DOTALL)
EVERY_SERVICE = "shared/docs/every-service.md"
OF_EVERY_QUERY = {"as_of", "limit", "cursor"}
NOTHING = "None.\n"


def write(root: Path) -> list[str]:
    """Bring every page up to date; return those that changed. Raises KeyError (unknown part)."""
    written = []
    for page, told in pages().items():
        path = root / page
        before = path.read_text("utf-8")
        after = filled(before, told)
        if after != before:
            path.write_text(after, "utf-8")
            written.append(page)
    return written


def pages() -> dict[str, Service | Fields]:
    """Return who declares the generated parts of each page, by its path below the source tree."""
    return {
        **{f"services/{name}/README.md": _module(name, "service").service for name in catalogue.services()},
        EVERY_SERVICE: of_every_service(),
        "gateway/README.md": _module("gateway", "settings").in_use(),
    }


def _module(package: str, name: str) -> Any:
    return import_module(f"{package}.{name}")


def of_every_service() -> Service:
    """Return what the chassis alone gives to a service, here to the example."""
    whole = with_chassis(example.service)
    return replace(whole, features=whole.features[len(example.service.features) :])


def filled(text: str, told: Service | Fields) -> str:
    """Return a page with each generated part as a service declares it; fields of settings fill `settings`.

    Raises KeyError.
    """
    return MARKED.sub(lambda found: f"{found[1]}{_part(found[2], told)}{found[3]}", text)


def _part(name: str, told: Service | Fields) -> str:
    if isinstance(told, Service):
        return PARTS[name](told)
    if name != "settings":
        raise KeyError(name)
    return _settings_table(told)


def parts_in(text: str) -> list[str]:
    """Return the names of the generated parts of a README, in order."""
    return [found[2] for found in MARKED.finditer(text)]


def _settings(_service: Service) -> str:
    return _settings_table(Settings.model_fields)


def _settings_table(fields: Fields) -> str:
    rows = [
        (f"`{name.upper()}`", f"`{_default(field)}`" if _default(field) else "", field.description or "")
        for name, field in fields.items()
    ]
    return _table(("Setting", "Default", "Meaning"), rows)


def _default(field: FieldInfo) -> str:
    value = field.default
    return "" if value is None else str(value.get_secret_value() if isinstance(value, SecretStr) else value)


def _commands(service: Service) -> str:
    return _table(("Address", "Name", "Who", "What", "Steps", "Duties"), map(_command, service.commands))


def _command(handler: CommandHandler[Any, Any]) -> Sequence[str]:
    return (*_operation(handler), ", ".join(f"`{each}`" for each in handler.takes), ", ".join(handler.duties))


def _queries(service: Service) -> str:
    rows = [(*_operation(each), _filters(each)) for each in service.queries]
    return _table(("Address", "Name", "Who", "What", "Filters"), rows)


def _operation(handler: CommandHandler[Any, Any] | QueryHandler[Any, Any]) -> Sequence[str]:
    return f"`{handler.path}`", handler.vi, _who(handler.may), summary_of(handler.act)[0]


def _who(may: Guard) -> str:
    """What the guards ask for; each says «Only … may do this»."""
    if may.parts:
        return " **and** ".join(map(_within, may.parts))
    if may.alternatives:
        return " **or** ".join(map(_within, may.alternatives))
    return may.en.removeprefix("Only ").removesuffix(" may do this")


def _within(guard: Guard) -> str:
    """What a guard asks for within another's sentence."""
    return f"({_who(guard)})" if guard.parts or guard.alternatives else _who(guard)


def _filters(handler: QueryHandler[Any, Any]) -> str:
    model: type[Query] = handler.model
    names = [field.alias or name for name, field in model.model_fields.items()]
    own = [each for each in names if each not in OF_EVERY_QUERY and f"{{{each}}}" not in handler.path]
    return ", ".join(f"`{each}`" for each in own)


def _events(service: Service) -> str:
    rows = [(f"`{each.wire_type()}`", each.vietnamese or "", summary_of(each)[0]) for each in service.events]
    return _table(("Event", "Name", "What"), rows)


def _timers(service: Service) -> str:
    rows = [
        (f"`{each.name}`", each.vi, f"once a {each.every}", summary_of(each.act)[0])
        for each in service.timers
    ]
    return _table(("Timer", "Name", "When", "What"), rows)


def _jobs(service: Service) -> str:
    rows = [
        (f"`{each.name}`", each.vi, f"{each.seconds} s, {each.memory_mb} MiB", summary_of(each.act)[0])
        for each in service.jobs
    ]
    return _table(("Job", "Name", "May take", "What"), rows)


def _lifecycles(service: Service) -> str:
    return "\n".join(_diagram(subject.lifecycle) for subject in service.subjects) or NOTHING


def _diagram(lifecycle: Lifecycle) -> str:
    """Draw a lifecycle: its states by their Vietnamese names, an arrow for each step."""
    states = [f'    state "{name.vi}" as {code}' for code, name in lifecycle.states.items()]
    arrows = [f"    {way}: {' · '.join(steps)}" for way, steps in _arrows(lifecycle).items()]
    lines = ["```mermaid", "stateDiagram-v2", *states, *arrows, "```"]
    return f"**{lifecycle.title.vi}** (`{lifecycle.name}`)\n" + "\n".join(lines) + "\n"


def _arrows(lifecycle: Lifecycle) -> dict[str, list[str]]:
    """The names of the steps by the way that they lead."""
    ways: dict[str, list[str]] = {}
    for step in lifecycle.steps.values():
        for source in step.sources or ("[*]",):
            ways.setdefault(f"{source} --> {step.to or source}", []).append(step.vi)
    return ways


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    found = [_row(row) for row in rows]
    return "".join([_row(head), "|---" * len(head) + "|\n", *found]) if found else NOTHING


def _row(cells: Sequence[str]) -> str:
    shown = (" ".join(cell.split()).replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(shown)} |\n"


PARTS: dict[str, Callable[[Service], str]] = {
    "settings": _settings,
    "commands": _commands,
    "queries": _queries,
    "events": _events,
    "timers": _timers,
    "jobs": _jobs,
    "lifecycles": _lifecycles,
}
