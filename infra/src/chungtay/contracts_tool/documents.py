"""The AsyncAPI documents of all services, as files."""

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

from chungtay.contracts_tool.asyncapi import document
from chungtay.contracts_tool.freeze import pretty
from contracts import catalogue
from shared.chassis import with_chassis
from shared.manifest import manifest_of

SIGNING_DAY = date(2017, 6, 16)  # the documents name each service's agency of that day


def current() -> Iterator[tuple[str, str]]:
    """Give each service's name and its document as it must be now."""
    for name in catalogue.services():
        service = with_chassis(import_module(f"{name}.service").service)
        yield name, pretty(document(manifest_of(service, SIGNING_DAY)))


def write(folder: Path) -> list[str]:
    """Write the documents that changed and return their names."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in current():
        path = folder / f"{name}.asyncapi.json"
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            written.append(path.name)
    return written
