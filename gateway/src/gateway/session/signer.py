"""Signing tokens with a key of this machine. Any OIDC issuer can take its place by TOKEN_JWKS."""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

from joserfc import jwt
from joserfc.jwk import KeySet, OKPKey

from gateway.settings import GatewaySettings
from shared.ids import new_id

# RFC 9864 names the algorithm by its curve; the older name «EdDSA» is deprecated.
ALGORITHM = "Ed25519"
LIFETIME = timedelta(hours=8)


class Signer:
    """Signs claims as the issuer of the settings."""

    def __init__(self, key: OKPKey, issuer: str, audience: str) -> None:
        self._key, self._issuer, self._audience = key, issuer, audience

    @classmethod
    def of(cls, settings: GatewaySettings) -> Self:
        """Use the key in SIGNING_DIR, made at the first start; its public half goes to KEYS_DIR."""
        key = signing_key(settings.signing_dir, settings.keys_dir)
        return cls(key, settings.token_issuer, settings.token_audience)

    def sign(self, claims: dict[str, Any], now: datetime) -> str:
        """Return a token that is good for LIFETIME from now."""
        every = {
            "iss": self._issuer,
            "aud": self._audience,
            "iat": int(now.timestamp()),
            "exp": int((now + LIFETIME).timestamp()),
            "jti": new_id("jti"),
        }
        header = {"alg": ALGORITHM, "kid": self._key.kid, "typ": "JWT"}
        return jwt.encode(header, {**claims, **every}, self._key, algorithms=[ALGORITHM])


def signing_key(secret: Path, public: Path) -> OKPKey:
    """Return the private key of a folder that none but its user may read; publish its public half."""
    secret.mkdir(parents=True, exist_ok=True, mode=0o700)
    public.mkdir(parents=True, exist_ok=True)
    private = secret / "private.json"
    if not private.exists():
        _create(private, OKPKey.generate_key("Ed25519", {"use": "sig"}, auto_kid=True))
    key = OKPKey.import_key(json.loads(private.read_text("ascii")))
    _replace(public / "jwks.json", KeySet([key]).as_dict(private=False))
    return key


def _create(path: Path, key: OKPKey) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        json.dump(key.as_dict(private=True), file)


def _replace(path: Path, content: object) -> None:
    """Write a whole file at once: services may read it at any moment."""
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(content), encoding="ascii")
    fresh.replace(path)
