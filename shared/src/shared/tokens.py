"""Tokens: each service verifies a caller's signature itself."""

import hashlib
import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, build_opener

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from contracts.errors import Kind, Refusal
from shared.authority import DEMO
from shared.settings import Settings

ALGORITHMS = ["EdDSA", "Ed25519", "ES256", "RS256"]
LEEWAY_SECONDS = 60
RELOAD_SECONDS = 10.0
REMEMBERED = 1000
LONGEST_USER = 80
# OpenID Connect lets a subject have 255 characters; nobody can be told apart by what nobody sees.
Claim = Annotated[str, Field(min_length=1, max_length=255, pattern=r"^[^\p{C}]+$")]
# What the library raises for a token that its sender made up, whatever part of it is odd.
UNREADABLE = (JoseError, ValueError, TypeError, LookupError, AttributeError, RecursionError)
# Keys are loaded anew though all goes well: one that the issuer took back must not be believed for long.
REFRESH_SECONDS = 300.0
LOCAL = {"127.0.0.1", "localhost", "::1"}


class NotAuthenticated(Refusal):
    """There is no token, or it is not good."""

    slug = "not-authenticated"
    kind = Kind.UNAUTHENTICATED
    vi = "Cần đăng nhập: {reason}."
    en = "Sign in first: {reason}."


@dataclass(frozen=True)
class Bearer:
    """What a good token says: a user of an agency in a unit, with roles."""

    user: str
    agency: str
    unit: str
    roles: frozenset[str]

    @property
    def plays(self) -> bool:
        """Whether it is a demo account, with which years gone by are played."""
        return DEMO in self.roles


class Claims(BaseModel):
    """The claims that are used, as they must be; an issuer's token has others too."""

    model_config = ConfigDict(strict=True, extra="ignore")

    sub: Claim
    agency: Claim
    unit: Claim
    roles: list[Claim] = []

    def bearer(self) -> Bearer:
        """Return who bears the token; a name longer than our columns stands there by its digest."""
        user = self.sub
        if len(user) > LONGEST_USER:
            user = f"sha256:{hashlib.sha256(user.encode()).hexdigest()}"
        return Bearer(user, self.agency, self.unit, frozenset(self.roles))


class Verifier:
    """Checks signature, algorithm, issuer, audience and time of a token."""

    def __init__(self, settings: Settings) -> None:
        """Read where the keys are; they are loaded when first needed."""
        self._settings = settings
        self._keys: KeySet | None = None
        self._loaded_at = 0.0
        # Tokens whose signature was good for the keys at hand; one user's token comes many times.
        self._decoded: dict[str, jwt.Token] = {}
        self._rules = jwt.JWTClaimsRegistry(
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": settings.token_issuer},
            aud={"essential": True, "value": settings.token_audience},
            exp={"essential": True},
            sub={"essential": True},
            agency={"essential": True},
            unit={"essential": True},
        )

    def read(self, token: str | None) -> Bearer:
        """Return what the token says. Raises NotAuthenticated."""
        if not token:
            raise NotAuthenticated(reason="no token")
        try:
            return Claims.model_validate(self._claims(token)).bearer()
        except ValidationError as error:
            raise NotAuthenticated(reason=f"claim {error.errors()[0]['loc'][0]}") from error
        except UNREADABLE as error:
            raise NotAuthenticated(reason=type(error).__name__) from error

    def remembers(self, token: str) -> bool:
        """Say whether reading this token needs neither a key nor time, and it is good now."""
        try:
            fresh = time.monotonic() <= self._loaded_at + REFRESH_SECONDS
            return fresh and token in self._decoded and bool(self.read(token))
        except NotAuthenticated:
            return False

    @property
    def takes_demo(self) -> bool:
        """Whether demo accounts may act here: the settings say that the data are synthetic."""
        return self._settings.synthetic_data

    def _claims(self, token: str) -> dict[str, Any]:
        if time.monotonic() > self._loaded_at + REFRESH_SECONDS:
            self._load()
        decoded = self._decoded.get(token) or self._decode(token)
        self._rules.validate(decoded.claims)
        self._remember(token, decoded)
        return decoded.claims

    def _remember(self, token: str, decoded: jwt.Token) -> None:
        if len(self._decoded) >= REMEMBERED:
            self._decoded.clear()
        self._decoded[token] = decoded

    def _decode(self, token: str) -> jwt.Token:
        keys = self._keys or self._load()
        try:
            return jwt.decode(token, keys, algorithms=ALGORITHMS)
        except UNREADABLE:
            # The issuer may have changed its keys; but bad tokens must not make us ask it every time.
            if time.monotonic() < self._loaded_at + RELOAD_SECONDS:
                raise
        return jwt.decode(token, self._load(), algorithms=ALGORITHMS)

    def _load(self) -> KeySet:
        address = self._settings.token_jwks
        text = _fetch(address) if address else Path(self._settings.keys_dir, "jwks.json").read_text("utf-8")
        self._keys = KeySet.import_key_set(json.loads(text))
        self._loaded_at = time.monotonic()
        self._decoded.clear()
        return self._keys


def _fetch(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme != "https" and (parts.scheme != "http" or parts.hostname not in LOCAL):
        message = f"keys must be fetched over https, not from {address}"
        raise ValueError(message)
    with DIRECTLY.open(address, timeout=5) as answer:
        return str(answer.read().decode())


class _NoRedirects(HTTPRedirectHandler):
    """Whoever sends us elsewhere for keys is not asked: it would choose the host, and perhaps plain http."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """Follow none; the answer is an error."""


DIRECTLY = build_opener(_NoRedirects)
