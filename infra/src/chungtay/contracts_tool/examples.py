"""One payload for each event, taken from the journal of a played year."""

from pathlib import Path

from chungtay.contracts_tool.freeze import pretty
from contracts.envelope import Envelope
from shared.bus.journal import read


def collect(amqp_url: str, folder: Path) -> list[str]:
    """Keep the first payload of each type that has no example yet; return the types kept."""
    kept: list[str] = []
    for entry in read(amqp_url):
        path = example_path(folder, entry.envelope.type)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(pretty(_example(entry.envelope)), "utf-8")
            kept.append(entry.envelope.type)
    return kept


def example_path(folder: Path, wire_type: str) -> Path:
    """Return where the first example of a type is kept."""
    return folder / wire_type / "1.json"


def _example(envelope: Envelope) -> dict[str, object]:
    return envelope.model_dump(mode="json", exclude_none=True)
