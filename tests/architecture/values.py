"""Which value types of the contracts have no reason to be there."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

OWN = Path("contracts/src/contracts/values")
SOURCES = ("contracts/src", "shared/src", "gateway/src", "services/*/src")


def lonely(root: Path) -> list[str]:
    """Name the value types that only one package uses, and that neither an event nor another type carries."""
    own = [ast.parse(file.read_text(encoding="utf-8")) for file in sorted((root / OWN).glob("*.py"))]
    users = _users(root)
    kept = {name for name in _public(own) if "contracts" in users[name] or len(users[name]) > 1}
    kept |= _within(own, kept)
    return sorted(set(_public(own)) - kept)


def _public(modules: list[ast.Module]) -> Iterator[str]:
    for module in modules:
        yield from (name for name, _ in _assigned(module) if not name.startswith("_"))


def _within(modules: list[ast.Module], kept: set[str]) -> set[str]:
    """The names of which the kept types are made."""
    made = (
        value for module in modules for name, value in _assigned(module) if name in kept or name[0] == "_"
    )
    return {each.id for value in made for each in ast.walk(value) if isinstance(each, ast.Name)}


def _assigned(module: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in module.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value


def _users(root: Path) -> Mapping[str, set[str]]:
    """The packages that import each name."""
    users: dict[str, set[str]] = defaultdict(set)
    for source in SOURCES:
        for folder in root.glob(source):
            for file in folder.rglob("*.py"):
                if root / OWN not in file.parents:
                    for name in _imported(ast.parse(file.read_text(encoding="utf-8"))):
                        users[name].add(folder.parent.name)
    return users


def _imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("contracts.values"):
            yield from (each.name for each in node.names)
