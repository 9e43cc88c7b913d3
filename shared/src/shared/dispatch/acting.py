"""Who calls: the bearer of a token, as that body is on a day."""

from datetime import date

from contracts.calls import Call
from shared.authority import Actor
from shared.tokens import Verifier


def actor_of(call: Call, verifier: Verifier, on: date) -> Actor:
    """Return the actor of a call. Raises Unauthenticated, AgencyNotInForce."""
    bearer = verifier.read(call.token)
    return Actor.on(on, user=bearer.user, agency=bearer.agency, unit=bearer.unit, roles=bearer.roles)
