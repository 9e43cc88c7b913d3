"""Writing what the broker must know of the suite's services, from their manifests."""

import json
from collections.abc import Iterable
from pathlib import Path

from chungtay.broker.allowed import allowed
from chungtay.broker.members import Member
from chungtay.suite import SERVICES
from contracts.manifest import Manifest
from shared.clock import day_of, system_clock
from shared.loading import load
from shared.manifest import manifest_of

MEMBERS = Path("src/chungtay/broker/members.json")
RIGHTS = Path("broker-rights.txt")


def members_of_the_suite() -> list[Member]:
    """Return the services of the suite as their manifests say; each is loaded."""
    today = day_of(system_clock())
    manifests = (manifest_of(load(f"{name}.service"), today) for name in SERVICES)
    return sorted(map(Member.of, manifests), key=lambda member: member.service)


def members_in(files: Iterable[Path]) -> list[Member]:
    """Return the members that manifests in files are of. Raises OSError, pydantic's ValidationError."""
    return [Member.of(Manifest.model_validate_json(file.read_bytes())) for file in files]


def text_of(members: Iterable[Member]) -> str:
    """Return the content of `members.json`."""
    return json.dumps([each.model_dump() for each in members], indent=1) + "\n"


def write(folder: Path) -> list[str]:
    """Write both files below `infra` anew; return the names of those that have changed."""
    found = members_of_the_suite()
    texts = {MEMBERS: text_of(found), RIGHTS: "\n".join(allowed(found)) + "\n"}
    changed = {name: text for name, text in texts.items() if _differs(folder / name, text)}
    for name, text in changed.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [name.name for name in changed]


def _differs(path: Path, text: str) -> bool:
    return not path.exists() or path.read_text(encoding="utf-8") != text
