"""What anyone may read says the same to everyone: the gateway keeps it for all (decision 0057)."""

import ast
import inspect
from pathlib import Path
from typing import Any

import pytest

from architecture.test_features import PACKAGES, service_of

WHO_ASKS = frozenset({"actor", "acting"})


def looks_at_who_asks(source: str, names: frozenset[str]) -> bool:
    """Whether a source reads who acts: `work.actor`, `work.acting`."""
    return any(isinstance(node, ast.Attribute) and node.attr in names for node in ast.walk(ast.parse(source)))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_no_public_query_looks_at_who_asks(package: Path) -> None:
    public = [each for each in service_of(package).queries if each.may.anonymous]
    asking = [each.name for each in public if looks_at_who_asks(_module_of(each.act), WHO_ASKS)]
    assert asking == []


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_no_feature_asks_whether_somebody_acts_at_all(package: Path) -> None:
    files = [path for path in package.rglob("*.py") if "migrations" not in path.parts]
    found = [each.name for each in files if looks_at_who_asks(each.read_text("utf-8"), frozenset({"acting"}))]
    assert found == []


def test_a_look_at_who_asks_is_found() -> None:
    assert looks_at_who_asks("reason if work.acting else None", WHO_ASKS)
    assert not looks_at_who_asks("row.acting_body", WHO_ASKS)


def _module_of(act: Any) -> str:
    return Path(inspect.getsourcefile(act) or "").read_text("utf-8")
