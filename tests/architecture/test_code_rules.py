"""Rules that no linter knows: who commits, who publishes, how long a function is, what no file may name."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST_FUNCTION = 50
LONGEST_FILE = 300
NOT_OURS = {
    ".git",
    ".venv",
    "var",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
}
# Put together here, since this file is searched too.
REGISTRY_HOSTS = [
    ".".join(parts)
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs"),
        ("deb", "debian"),
        ("security", "debian"),
    ]
]
MAY_COMMIT = {"shared/src/shared/connections.py", "shared/src/shared/database.py"}
MAY_PUBLISH = {
    "shared/src/shared/bus/relay.py",
    "shared/src/shared/bus/manifest_stream.py",
    "shared/src/shared/bus/journal.py",  # a mark at its end, by which a reader knows that it has read all
    "infra/src/chungtay/broker/matrix.py",  # tries whether the broker lets a user
    "gateway/src/gateway/bus/rpc_channel.py",
}


def files() -> Iterator[Path]:
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in NOT_OURS and not name.endswith(".egg-info")]
        yield from (Path(folder) / name for name in names)


def python_files() -> list[Path]:
    return sorted(path for path in files() if path.suffix == ".py")


def sources() -> list[Path]:
    return [path for path in python_files() if "src" in path.parts]


def calls(source: str, method: str) -> list[int]:
    """Return the lines that call `<anything>.<method>(…)`."""
    nodes = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [
        node.lineno for node in nodes if isinstance(node.func, ast.Attribute) and node.func.attr == method
    ]


def long_functions(source: str) -> list[str]:
    nodes = (
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    return [node.name for node in nodes if (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def callers(method: str) -> set[str]:
    return {name_of(path) for path in sources() if calls(path.read_text(encoding="utf-8"), method)}


def test_only_the_unit_of_work_commits() -> None:
    assert callers("commit") <= MAY_COMMIT


def test_only_the_relay_and_the_callers_publish() -> None:
    assert callers("basic_publish") <= MAY_PUBLISH


def test_files_and_functions_are_short() -> None:
    long = [
        (name_of(path), source.count("\n"), long_functions(source))
        for path in python_files()
        if (source := path.read_text(encoding="utf-8")).count("\n") > LONGEST_FILE or long_functions(source)
    ]
    assert long == []


def test_no_file_names_a_registry_host() -> None:
    naming = [
        name_of(path)
        for path in files()
        if any(host.encode() in path.read_bytes() for host in REGISTRY_HOSTS)
    ]
    assert naming == []


def test_the_checks_see_what_they_look_for() -> None:
    assert calls("def f(session):\n    session.commit()\n", "commit") == [2]
    assert calls("def f(commit):\n    commit()\n", "commit") == []
    assert long_functions("def f():\n" + "    x = 1\n" * LONGEST_FUNCTION) == ["f"]
    assert long_functions("def f():\n" + "    x = 1\n" * (LONGEST_FUNCTION - 1)) == []
