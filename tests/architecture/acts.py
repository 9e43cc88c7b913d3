"""Where the acts of a service lie, and which steps they take."""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shared.service import Service

KINDS = ("commands", "queries", "reactions", "timers", "jobs")


def misplaced(service: Service) -> list[str]:
    """Return the acts that are not alone in the file of their name, in the folder of their kind."""
    return [
        f"{act.__name__} ({kind})"
        for kind, act, name in _acts(service)
        if (_file(act).parent.name, _file(act).stem, name) != (kind, act.__name__, act.__name__)
    ]


def undeclared(service: Service, package: Path) -> list[str]:
    """Return the files of acts that no feature declares."""
    declared = {_file(act) for _, act, _ in _acts(service)}
    files = (path for kind in KINDS for path in package.glob(f"*/{kind}/*.py") if path.stem != "__init__")
    return sorted(path.relative_to(package).as_posix() for path in files if path.resolve() not in declared)


def _acts(service: Service) -> Iterator[tuple[str, Any, str]]:
    """Give each act with its kind and the name of its message; a reaction is named after itself."""
    for kind in KINDS:
        for each in getattr(service, kind):
            yield kind, each.act, getattr(each, "name", each.act.__name__)


def _file(act: Any) -> Path:
    return Path(inspect.getsourcefile(act) or "").resolve()


def declared_steps(service: Service) -> set[str]:
    """Return every step of every lifecycle, as acts name them: `donation:reverse`."""
    lifecycles = (subject.lifecycle for subject in service.subjects)
    return {each.rule(step) for each in lifecycles for step in each.steps}


def taken_steps(service: Service) -> set[str]:
    """Return the steps that some command, reaction, timer or job says it takes."""
    acts: list[Any] = [*service.commands, *service.reactions, *service.timers, *service.jobs]
    return {step for each in acts for step in each.takes}
