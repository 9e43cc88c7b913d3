"""The exchange of a caller's token for call tokens (RFC 8693): one for each service that is called.

A call token says who calls, as the caller's own does, and is good for one service and one minute. It is used
again for half its time, so that neither signing nor checking it costs anything at most calls.
"""

import time
from collections.abc import Callable

from joserfc import jwt

from gateway.session.key_ring import ALGORITHM, KeyRing
from shared.tokens import CALL_TOKEN, GATEWAY, Bearer

LIFETIME_SECONDS = 60
# So long a call may still wait for the service to begin; clocks may differ by as much again.
LEFT_SECONDS = 30
REMEMBERED = 2000


class Exchange:
    """Signs call tokens, and keeps each for half its time."""

    def __init__(self, ring: KeyRing, now: Callable[[], float] = time.time) -> None:
        """Sign with the key of the ring that signs at the time."""
        self._ring, self._now = ring, now
        self._kept: dict[tuple[Bearer, str], tuple[str, float]] = {}

    def call_token(self, caller: Bearer, service: str) -> str:
        """Return a token with which the caller is known at one service."""
        now = self._now()
        token, until = self._kept.get((caller, service), ("", 0.0))
        if now < until:
            return token
        token = self._sign(caller, service, now)
        if len(self._kept) >= REMEMBERED:
            self._kept.clear()
        self._kept[caller, service] = token, now + LIFETIME_SECONDS - LEFT_SECONDS
        return token

    def _sign(self, caller: Bearer, service: str, now: float) -> str:
        key = self._ring.signing(now)
        header = {"alg": ALGORITHM, "kid": key.kid, "typ": CALL_TOKEN}
        claims = {
            "iss": GATEWAY,
            "aud": service,
            "iat": int(now),
            "exp": int(min(now + LIFETIME_SECONDS, caller.until)),
            "sub": caller.user,
            "act": {"sub": GATEWAY},
            "agency": caller.agency,
            "unit": caller.unit,
            "roles": sorted(caller.roles),
        }
        return jwt.encode(header, claims, key, algorithms=[ALGORITHM])
