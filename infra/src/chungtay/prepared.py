"""Whether a start has to prepare the services at all.

A preparation loads every service to migrate its database and to keep its manifest: some five seconds of
processor time. It has nothing to do where code, day and databases are those of the one before.
"""

import hashlib
import json
import sqlite3
import sysconfig
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from chungtay import suite
from chungtay.home import Home
from shared.clock import day_of, system_clock

PACKAGES = ("contracts", "shared", *suite.SERVICES)
COMPILED = "__pycache__"
# What a preparation writes; a database that was restored or made by hand holds something else.
WRITTEN = "SELECT version_num FROM alembic_version UNION SELECT digest FROM manifests ORDER BY 1"


def remember(home: Home) -> None:
    """Note what was prepared, where it can be told later whether it still stands."""
    if not suite.has_databases_here(home):
        return
    _note(home).write_text(json.dumps(_state(home)), encoding="utf-8")


def is_prepared(home: Home) -> bool:
    """Say whether all is as the last preparation left it; never where a database lies elsewhere."""
    if not suite.has_databases_here(home) or not _note(home).exists():
        return False
    try:
        return bool(json.loads(_note(home).read_text(encoding="utf-8")) == _state(home))
    except (ValueError, sqlite3.Error):
        return False


def _note(home: Home) -> Path:
    return home.data / "prepared.json"


def _state(home: Home) -> dict[str, object]:
    return {
        "code": _digest_of_code(),
        "day": _today().isoformat(),
        "databases": {service: _written(home.data / f"{service}.db") for service in suite.SERVICES},
    }


def _today() -> date:
    """The day by which a manifest names the agency that holds a function."""
    return day_of(system_clock())


def _written(database: Path) -> list[str]:
    """Read what a preparation wrote into a database. Raises sqlite3.Error where it is none."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return [str(value) for (value,) in connection.execute(WRITTEN)]


def _digest_of_code() -> str:
    """A digest of the names, sizes and times of all files from which a preparation is made."""
    found = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in sorted(_files())]
    return hashlib.sha256(json.dumps(found).encode()).hexdigest()


def _files() -> Iterator[Path]:
    yield Path(sysconfig.get_path("purelib"))  # it changes with every package that is installed
    for package in PACKAGES:
        spec = find_spec(package)
        for folder in (spec and spec.submodule_search_locations) or ():
            yield from (p for p in Path(folder).rglob("*") if p.is_file() and p.parent.name != COMPILED)
