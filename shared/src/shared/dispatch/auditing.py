"""What a call leaves in the audit: who asked for what, as whom, about what, and what came of it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import wraps
from itertools import islice
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from pydantic import JsonValue
from sqlalchemy.orm import Session

from contracts.calls import Call, Reply
from contracts.errors import Kind, Refusal
from shared import audit
from shared.authority import DEMO, Actor
from shared.service import Service
from shared.steps import touched
from shared.tokens import Verifier

# Fields that name an object; what other fields say may be about persons, and is covered by the digest alone.
NAMING = ("_id", "_ids")
NAMED = {"unit_code", "area_code", "unit", "household_ref", "seq", "event_id"}
MOST_OBJECTS = 40
DENIED = {Kind.FORBIDDEN, Kind.UNAUTHENTICATED}
# Commands whose reason belongs to the audit: an operator's words about an event, never about a person.
OPERATORS_ACTS = {"retry_parked", "discard_parked", "replay_event"}


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


class Auditor(Protocol):
    """Who takes calls, verifies who calls, and can write an entry."""

    @property
    def service(self) -> Service:
        """The service that is called."""

    @property
    def verifier(self) -> Verifier:
        """Who checks tokens."""

    @property
    def today(self) -> date:
        """The present day in Vietnam."""

    def note(self, call: Call, actor: Actor | None, outcome: str, reason: str = "") -> None:
        """Write an entry in a transaction of its own."""


D = TypeVar("D", bound=Auditor)
P = ParamSpec("P")


def noted(way: Callable[Concatenate[D, Call, P], Reply]) -> Callable[Concatenate[D, Call, P], Reply]:
    """Let each refusal on a call's way leave an entry; whoever calls is named as far as the token tells."""

    @wraps(way)
    def through(self: D, call: Call, /, *more: P.args, **named: P.kwargs) -> Reply:
        try:
            return way(self, call, *more, **named)
        except Refusal as refusal:
            if _leaves_an_entry(self.service, call, refusal):
                self.note(call, _claimed(self.verifier, call, self.today), refusal.slug, reason_of(refusal))
            raise

    return through


def _leaves_an_entry(service: Service, call: Call, refusal: Refusal) -> bool:
    """All that was refused to somebody who wanted to act, to read of persons, or to be somebody else.

    Not that a public page asked for what is not there: whoever is anonymous could fill the log with it. Nor
    that nobody waits any more: a service under load would have twice the work.
    """
    if refusal.kind is Kind.UNAVAILABLE:
        return False
    query = service.query_named.get(call.name)
    return refusal.kind in DENIED or query is None or query.personal


def _claimed(verifier: Verifier, call: Call, today: date) -> Actor | None:
    """Return whom a good token names, in force or not; nobody where it is bad."""
    try:
        bearer = verifier.read(call.token)
    except Refusal:
        return None
    user, agency, unit, roles = bearer.user, bearer.agency, bearer.unit, bearer.roles
    day = _day_of(call) or today
    try:
        return Actor.on(day, user=user, agency=agency, unit=unit, roles=roles)
    except Refusal:  # the log keeps user, body and roles; side and level are nobody's
        return Actor(day, user, agency, unit, "other", "TW", column="", per_unit=True, roles=roles)


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
