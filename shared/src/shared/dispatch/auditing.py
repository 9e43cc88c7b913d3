"""What a call leaves in the chained log: who asked for what, as whom, and what came of it."""

from datetime import datetime

from sqlalchemy.orm import Session

from contracts.calls import Call
from shared import audit
from shared.authority import Actor


def note(session: Session, at: datetime, call: Call, actor: Actor | None, outcome: str) -> None:
    """Append an entry; `outcome` is «done», «read», or the slug of a refusal."""
    entry = {
        "user": actor.user if actor else "",
        "body": actor.body if actor else "",
        "act": call.name,
        "outcome": outcome,
        "correlation": call.correlation_id,
        "digest": audit.digest_of(call.payload),
    }
    audit.append(session, at, entry)
