"""Who calls: the bearer of a token, as that body is on a day.

A body must be in force today as well as on the day of the act; one that began later may act for the time
before it in what it took over. Demo accounts play years gone by, so they need only the day itself, and are
taken by a service alone whose settings say that its data are synthetic.
"""

from dataclasses import replace
from datetime import date

from contracts.calls import Call
from shared.authority import DEMO, Actor
from shared.tokens import Bearer, NotAuthenticated, Verifier


def actor_of(call: Call, verifier: Verifier, on: date, today: date) -> Actor:
    """Return the actor of a call on a day. Raises NotAuthenticated, AgencyNotInForce, UnitOfAnotherLevel."""
    bearer = verifier.read(call.token)
    if bearer.plays:
        if not verifier.takes_demo:
            raise NotAuthenticated(reason="demo accounts act on synthetic data alone")
        return _on(on, bearer)
    if verifier.takes_demo:
        bearer = replace(
            bearer, roles=bearer.roles | {DEMO}
        )  # among invented data nothing is done in earnest
    now = _on(today, bearer)
    return now if on == today else now.earlier(on)


def asker_of(call: Call, verifier: Verifier, on: date, today: date) -> tuple[Actor, date]:
    """Return the actor of a question about persons, and the day whose rules say who may ask it.

    Personal data are read by who may read them today, whatever day they are asked of.
    """
    if verifier.read(call.token).plays:
        return actor_of(call, verifier, on, today), on
    return actor_of(call, verifier, today, today), today


def _on(day: date, bearer: Bearer) -> Actor:
    return Actor.on(day, user=bearer.user, agency=bearer.agency, unit=bearer.unit, roles=bearer.roles)
