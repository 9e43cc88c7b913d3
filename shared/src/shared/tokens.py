"""Tokens: who calls, and the proof of it.

A user's token is for the gateway alone. For each service that it calls the gateway signs a call token, good
for a minute and for that service only; a service takes nothing else, and verifies it itself. So what one
service receives is of no use at another, and a user's own token is never on the bus.
"""

import hashlib
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from contracts.errors import Kind, Refusal
from shared.authority import DEMO
from shared.issuer_keys import keys_in
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
# Who signs call tokens, and what their header says that they are (RFC 8725 §3.11).
GATEWAY = "urn:chungtay:gateway"
CALL_TOKEN = "call+jwt"  # noqa: S105 - the type's name, no secret


class NotAuthenticated(Refusal):
    """There is no token, or it is not good."""

    slug = "not-authenticated"
    kind = Kind.UNAUTHENTICATED
    vi = "Cần đăng nhập: {reason}."
    en = "Sign in first: {reason}."


class KeysUnavailable(Refusal):
    """The keys that tokens are checked with cannot be read: whoever is unknown is refused meanwhile."""

    slug = "keys-unavailable"
    kind = Kind.UNAVAILABLE
    vi = "Chưa đọc được khóa để kiểm tra mã đăng nhập; xin thử lại sau."
    en = "The keys that tokens are checked with cannot be read now; please try again."


@dataclass(frozen=True)
class Bearer:
    """What a good token says: a user of an agency in a unit, with roles, until an instant (Unix seconds)."""

    user: str
    agency: str
    unit: str
    roles: frozenset[str]
    until: float = math.inf

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
    exp: float
    roles: list[Claim] = []

    def bearer(self) -> Bearer:
        """Return who bears the token; a name longer than our columns stands there by its digest."""
        user = self.sub
        if len(user) > LONGEST_USER:
            user = f"sha256:{hashlib.sha256(user.encode()).hexdigest()}"
        return Bearer(user, self.agency, self.unit, frozenset(self.roles), self.exp)


@dataclass(frozen=True)
class Expected:
    """What a token must say to be taken here, and how the keys of its issuer are loaded.

    `kind` is what its header must say that it is; an issuer of users' tokens may say what it likes.
    `keys` may raise OSError, or whatever a set of keys that is none makes the library raise.
    """

    issuer: str
    audience: str
    keys: Callable[[], KeySet]
    kind: str | None = None


class Verifier:
    """Checks signature, algorithm, kind, issuer, audience and time of a token.

    `takes_demo` says that demo accounts may act here: the settings say that the data are synthetic.
    """

    takes_demo: bool = False

    def __init__(self, expected: Expected, *, takes_demo: bool = False) -> None:
        """Keep what is expected; keys are loaded when first needed."""
        self.takes_demo = takes_demo
        self._expected = expected
        self._keys: KeySet | None = None
        self._loaded_at = 0.0
        # Tokens whose signature was good for the keys at hand; one user's token comes many times.
        self._decoded: dict[str, jwt.Token] = {}
        self._rules = jwt.JWTClaimsRegistry(
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": expected.issuer},
            aud={"essential": True, "value": expected.audience},
            exp={"essential": True},
            sub={"essential": True},
            agency={"essential": True},
            unit={"essential": True},
        )

    def read(self, token: str | None) -> Bearer:
        """Return what the token says. Raises NotAuthenticated, KeysUnavailable."""
        if not token:
            raise NotAuthenticated(reason="no token")
        try:
            return Claims.model_validate(self._claims(token)).bearer()
        except ValidationError as error:
            raise NotAuthenticated(reason=f"claim {error.errors()[0]['loc'][0]}") from error
        except UNREADABLE as error:
            raise NotAuthenticated(reason=type(error).__name__) from error

    def remembered(self, token: str) -> Bearer | None:
        """Return what a token says if that needs neither a key nor time, and it is good now."""
        if token not in self._decoded or time.monotonic() > self._loaded_at + REFRESH_SECONDS:
            return None
        try:
            return self.read(token)
        except NotAuthenticated:
            return None

    def _claims(self, token: str) -> dict[str, Any]:
        if time.monotonic() > self._loaded_at + REFRESH_SECONDS:
            self._load()
        decoded = self._decoded.get(token) or self._decode(token)
        if self._expected.kind not in {None, decoded.header.get("typ")}:
            raise NotAuthenticated(reason="a token of another kind")
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
        try:
            self._keys = self._expected.keys()
        except (OSError, *UNREADABLE) as error:
            raise KeysUnavailable from error
        self._loaded_at = time.monotonic()
        self._decoded.clear()
        return self._keys


def verifier_of_calls(settings: Settings, service: str) -> Verifier:
    """Return what a service checks its calls with: signed by the gateway, for this service."""
    keys = keys_in(settings.gateway_jwks or settings.keys_dir)
    return Verifier(Expected(GATEWAY, service, keys, CALL_TOKEN), takes_demo=settings.synthetic_data)
