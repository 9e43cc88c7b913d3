"""The audit: who asked for what, as whom, about which objects, and what came of it.

Entries are only ever inserted; the relay chains them (`shared.audit_chain`) and tells the others how far the
chain goes. They are written at the end of the act's own transaction (`shared.bus.numbering`), so that their
numbers follow the order of the commits.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import String
from sqlalchemy.orm import Session

from shared.held import held
from shared.tables import audit

NOTED = "audit"
NO_DIGEST = ""


@dataclass(frozen=True)
class Entry:
    """One line of the audit.

    `outcome` is «done», «read», «replayed», or the slug of a refusal; `reason` the rule that refused, or an
    operator's words. `objects` are the ids that the act named or touched, `day` the day of the act, `digest`
    the SHA-256 of what was asked. `synthetic` marks what was done for a demonstration.
    """

    at: datetime
    user: str
    body: str
    act: str
    outcome: str
    correlation: str
    digest: str = NO_DIGEST
    objects: tuple[str, ...] = ()
    day: date | None = None
    reason: str = ""
    synthetic: bool = False

    def row(self) -> dict[str, object]:
        """Return what is stored: every text within its column, and without NUL, which PostgreSQL refuses."""
        texts = {"user": self.user, "body": self.body, "act": self.act, "outcome": self.outcome}
        texts |= {"correlation": self.correlation, "reason": self.reason, "digest": self.digest}
        texts["objects"] = f" {' '.join(self.objects)} " if self.objects else ""
        kept = {name: _storable(text)[: LENGTHS[name]] for name, text in texts.items()}
        return {**kept, "at": self.at, "day": self.day, "synthetic": self.synthetic}


LENGTHS: dict[str, int | None] = {
    each.name: each.type.length for each in audit.columns if isinstance(each.type, String)
}


def _storable(text: str) -> str:
    """Take out what no database keeps: NUL, and halves of characters."""
    return text.replace("\0", "").encode(errors="replace").decode()


def digest_of(payload: object) -> str:
    """Return the SHA-256 of a JSON value in its canonical form."""
    text = json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def append(session: Session, *entries: Entry) -> None:
    """Add entries, in their order; they have their numbers when the transaction ends."""
    append_all(session, entries)


def append_all(session: Session, entries: Iterable[Entry]) -> None:
    """Add entries, in their order."""
    held(session, NOTED).extend(each.row() for each in entries)
