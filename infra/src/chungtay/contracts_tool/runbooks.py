"""The parts of a service's README that its declaration says: tables of what it offers, diagrams of lives.

They stand between `<!-- generated:commands -->` and `<!-- /generated -->`; the rest is prose. Parts are
`settings`, `commands`, `queries`, `events`, `timers`, `jobs` and `lifecycles`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from contracts import catalogue
from contracts.messages import Query
from shared.authority import Guard
from shared.domain.lifecycle import Lifecycle
from shared.service import CommandHandler, QueryHandler, Service, summary_of
from shared.settings import Settings

MARKED = re.compile(r"(<!-- generated:(\w+) -->\n).*?(<!-- /generated -->)", re.DOTALL)
OF_EVERY_QUERY = {"as_of", "limit", "cursor"}
NOTHING = "None.\n"


def write(root: Path) -> list[str]:
    """Bring every service's README up to date; return those that changed. Raises KeyError (unknown part)."""
    written = []
    for name in catalogue.services():
        path = root / "services" / name / "README.md"
        before = path.read_text("utf-8")
        after = filled(before, import_module(f"{name}.service").service)
        if after != before:
            path.write_text(after, "utf-8")
            written.append(path.relative_to(root).as_posix())
    return written


def filled(text: str, service: Service) -> str:
    """Return a README with each generated part as the service declares it. Raises KeyError."""
    return MARKED.sub(lambda found: f"{found[1]}{PARTS[found[2]](service)}{found[3]}", text)


def parts_in(text: str) -> list[str]:
    """Return the names of the generated parts of a README, in order."""
    return [found[2] for found in MARKED.finditer(text)]


def _settings(_service: Service) -> str:
    rows = [
        (f"`{name.upper()}`", f"`{_default(field)}`" if _default(field) else "", field.description or "")
        for name, field in Settings.model_fields.items()
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
    sentences = (guard.en.removeprefix("Only ").removesuffix(" may do this") for guard in may.each())
    return "; ".join(sentences)


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
