"""What the folders of a service import of each other, read from the source without running it."""

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

COMMON, MIGRATIONS, ROOT = "common", "migrations", ""
Graph = Mapping[str, set[str]]
PLAIN = {*sys.stdlib_module_names, "pydantic", "contracts"}


@dataclass(frozen=True)
class Import:
    """One import: the file, in the folder of the package, and the module that it names."""

    file: Path
    module: str

    def __str__(self) -> str:
        """Name both."""
        return f"{self.file.as_posix()}: {self.module}"


def imports_in(package: Path) -> Iterator[Import]:
    """Give every import of every file of a package, wherever in the file it stands."""
    for path in sorted(package.rglob("*.py")):
        file = path.relative_to(package)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (Import(file, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = _absolute(node, package.name, file)
                yield from (Import(file, _module(package, base, alias.name)) for alias in node.names)


def _absolute(node: ast.ImportFrom, package: str, file: Path) -> str:
    if not node.level:
        return node.module or ""
    parents = (package, *file.parent.parts)
    return ".".join([*parents[: len(parents) - node.level + 1], *filter(None, [node.module])])


def _module(package: Path, base: str, name: str) -> str:
    """`from X.titles import repository` names a module, `from X.titles.repository import Titles` does too."""
    within = package.parent.joinpath(*base.split("."), name)
    return f"{base}.{name}" if within.is_dir() or within.with_suffix(".py").exists() else base


def own(package: Path, module: str) -> Path | None:
    """Return the place of a module of the package itself, in the package's folder."""
    head, *rest = module.split(".")
    return Path(*rest) if head == package.name else None


def room(place: Path) -> str:
    """Return the uppermost folder of a file, or the root."""
    return place.parts[0] if len(place.parts) > 1 or not place.suffix else ROOT


def arrows(package: Path) -> Iterator[tuple[str, str, Import]]:
    """Give every import from one uppermost folder of the package to another."""
    for each in imports_in(package):
        to = own(package, each.module)
        if to is None or not to.parts:
            continue
        source, target = room(each.file), to.parts[0] if (package / to.parts[0]).is_dir() else ROOT
        if source != target:
            yield source, target, each


def graph_of(package: Path) -> Graph:
    """Return the graph of the uppermost folders."""
    graph: dict[str, set[str]] = {}
    for source, target, _ in arrows(package):
        graph.setdefault(source, set()).add(target)
    return graph


def circle_in(graph: Graph) -> list[str]:
    """Return the folders of a circle, or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def listed(package: Path) -> list[str]:
    """Return the folders of the features in the order in which `service.py` lists them."""
    tree = ast.parse((package / "service.py").read_text("utf-8"))
    homes = {
        alias.asname or alias.name: node.module.split(".")[1]
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module and node.module.endswith(".feature")
        for alias in node.names
    }
    [features] = [
        each.value for each in ast.walk(tree) if isinstance(each, ast.keyword) and each.arg == "features"
    ]
    assert isinstance(features, ast.List), "service.py lists its features one by one"
    return [homes[each.id] for each in features.elts if isinstance(each, ast.Name)]


def strays(package: Path) -> set[str]:
    """Return the folders that are neither a listed feature nor common nor migrations."""
    folders = {path.name for path in package.iterdir() if path.is_dir() and path.name != "__pycache__"}
    return folders - {*listed(package), COMMON, MIGRATIONS}


def wrong_way(package: Path) -> list[str]:
    """Return the imports of a later feature by an earlier one, and of a feature by what all share."""
    order = listed(package)
    return [str(each) for source, target, each in arrows(package) if not _allowed(source, target, order)]


def _allowed(source: str, target: str, order: list[str]) -> bool:
    if source == ROOT:
        return True
    if source not in order or target not in order:
        return source in order and target == COMMON
    return order.index(target) < order.index(source)


def not_plain(package: Path) -> list[str]:
    """Return what domains import beside plain Python, the contracts, and domains."""
    return [
        str(each)
        for each in imports_in(package)
        if "domain" in each.file.parts[:-1] and not _is_plain(package, each.module)
    ]


def _is_plain(package: Path, module: str) -> bool:
    if own(package, module) is not None:
        return "domain" in module.split(".")
    return module.partition(".")[0] in PLAIN or f"{module}.".startswith("shared.domain.")
