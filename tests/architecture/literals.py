"""Which Literals of the services say again what a Literal of the contracts says."""

import ast
from collections.abc import Iterator
from pathlib import Path

Found = tuple[frozenset[object], str]


def repeated(root: Path) -> list[str]:
    """Name the places in services where a contract's Literal of more than one value is spelt again."""
    known = {values for values, _ in _literals(root, "contracts/src")}
    return sorted(place for values, place in _literals(root, "services/*/src") if values in known)


def _literals(root: Path, source: str) -> Iterator[Found]:
    for file in root.glob(f"{source}/**/*.py"):
        text = file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "Literal[" in text else ():
            if isinstance(node, ast.Subscript) and len(values := _values(node)) > 1:
                yield values, f"{file.relative_to(root)}:{node.lineno}"


def _values(node: ast.Subscript) -> frozenset[object]:
    if not ast.unparse(node.value).endswith("Literal"):
        return frozenset()
    return frozenset(each.value for each in ast.walk(node.slice) if isinstance(each, ast.Constant))
