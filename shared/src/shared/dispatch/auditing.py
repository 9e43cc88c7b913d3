"""What a call leaves in the audit: who asked for what, as whom, about what, and what came of it."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from pydantic import JsonValue
from sqlalchemy.orm import Session

from contracts.calls import Call
from contracts.errors import Refusal
from shared import audit
from shared.authority import Actor
from shared.steps import touched

# Fields that name an object; what other fields say may be about persons, and is covered by the digest alone.
NAMING = ("_id", "_ids")
NAMED = {"unit_code", "area_code", "unit", "household_ref", "seq", "event_id"}
MOST_OBJECTS = 40
# Commands whose reason belongs to the audit: an operator's words about an event, never about a person.
OPERATORS_ACTS = {"retry_parked", "discard_parked", "replay_event"}
DEMO = "demo"


def note(
    session: Session, at: datetime, call: Call, actor: Actor | None, outcome: str, reason: str = ""
) -> None:
    """Append an entry; `outcome` is «done», «read», «replayed», or the slug of a refusal."""
    steps = touched(session) if outcome == "done" else ()
    entry = audit.Entry(
        at=at,
        user=actor.user if actor else "",
        body=actor.body if actor else "",
        act=call.name,
        outcome=outcome,
        correlation=call.correlation_id,
        digest=audit.digest_of(call.payload),
        objects=tuple(islice(dict.fromkeys([*_named(call.payload), *steps]), MOST_OBJECTS)),
        day=_day_of(call),
        reason=reason or _operators_reason(call),
        synthetic=actor is not None and DEMO in actor.roles,
    )
    audit.append(session, entry)


def reason_of(refusal: Refusal) -> str:
    """Return the rule that refused, or the fields that broke one: never what stood in them."""
    return refusal.rule or ", ".join(f"{each.field} {each.rule}" for each in refusal.fields)


def _named(value: JsonValue, field: str = "") -> Iterator[str]:
    """Give the ids of objects that a payload names, however deep."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _named(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _named(each, field)
    elif value is not None and (field in NAMED or field.endswith(NAMING)):
        yield "_".join(str(value).split())


def _day_of(call: Call) -> date | None:
    """The day that a call says, of an act or of a question; None for the day on which it came."""
    said = call.payload.get("occurred_on") or call.payload.get("as_of")
    try:
        return date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None


def _operators_reason(call: Call) -> str:
    return str(call.payload.get("reason", "")) if call.name in OPERATORS_ACTS else ""
