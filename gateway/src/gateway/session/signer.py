"""Signing users' tokens with the gateway's keys. Any OIDC issuer can take its place by TOKEN_JWKS."""

from datetime import datetime, timedelta
from typing import Any, Self

from joserfc import jwt

from gateway.session.key_ring import ALGORITHM, KeyRing
from gateway.settings import GatewaySettings
from shared.ids import new_id

LIFETIME = timedelta(hours=8)


class Signer:
    """Signs claims as the issuer of the settings."""

    def __init__(self, ring: KeyRing, issuer: str, audience: str) -> None:
        self._ring, self._issuer, self._audience = ring, issuer, audience

    @classmethod
    def of(cls, settings: GatewaySettings, ring: KeyRing | None = None) -> Self:
        """Use the keys in SIGNING_DIR, by default as they are there now."""
        return cls(ring or KeyRing.of(settings), settings.token_issuer, settings.token_audience)

    def sign(self, claims: dict[str, Any], now: datetime) -> str:
        """Return a token that is good for LIFETIME from now."""
        every = {
            "iss": self._issuer,
            "aud": self._audience,
            "iat": int(now.timestamp()),
            "exp": int((now + LIFETIME).timestamp()),
            "jti": new_id("jti"),
        }
        key = self._ring.signing(now.timestamp())
        header = {"alg": ALGORITHM, "kid": key.kid, "typ": "JWT"}
        return jwt.encode(header, {**claims, **every}, key, algorithms=[ALGORITHM])
