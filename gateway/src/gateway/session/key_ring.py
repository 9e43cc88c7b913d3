"""The gateway's own keys: one signs, and for a while the one before it is still believed.

A new key is shown before it signs, so that every service has loaded it; the one that it follows stays shown
until nothing that it signed is good any more. All is decided from the file and the time, so several gateways
with one folder agree, and a rotation needs no restart.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Self

from joserfc.jwk import KeySet, OKPKey

from gateway.settings import GatewaySettings
from shared.issuer_keys import JWKS

# RFC 9864 names the algorithm by its curve; the older name «EdDSA» is deprecated.
ALGORITHM = "Ed25519"
# Services load keys every five minutes: after twice that all of them have a new one.
SHOWN_FIRST_SECONDS = 600
# A session lives eight hours, and clocks may differ.
SHOWN_AFTER_SECONDS = 9 * 3600
SIGNS_SINCE = "signs_since"


@dataclass(frozen=True)
class RingKey:
    """A private key, and from which instant it signs (Unix seconds)."""

    key: OKPKey
    signs_since: int

    @classmethod
    def make(cls, signs_since: int) -> Self:
        """Make a key."""
        return cls(OKPKey.generate_key("Ed25519", {"use": "sig"}, auto_kid=True), signs_since)

    @classmethod
    def read(cls, kept: dict[str, Any]) -> Self:
        """Take a key from the file."""
        since = kept.pop(SIGNS_SINCE)
        return cls(OKPKey.import_key(kept), since)

    def kept(self) -> dict[str, Any]:
        """Return what the file keeps."""
        return {**self.key.as_dict(private=True), SIGNS_SINCE: self.signs_since}


class KeyRing:
    """The keys of a folder that none but its user may read; their public halves are shown in another.

    The first key is made when one is first needed.
    """

    def __init__(self, secret: Path, public: Path) -> None:
        """Keep the folders; nothing is read or made yet."""
        self._private, self._public = secret / "private.json", public / JWKS
        self._stamp: int | None = None
        self._keys: tuple[RingKey, ...] = ()
        self._shown: list[str | None] = []

    @classmethod
    def of(cls, settings: GatewaySettings) -> Self:
        """Use SIGNING_DIR and KEYS_DIR."""
        return cls(settings.signing_dir, settings.keys_dir)

    def signing(self, now: float) -> OKPKey:
        """Return the key that signs now."""
        self.show(now)
        return _signing(self._keys, now).key

    def public(self, now: float) -> KeySet:
        """Return the keys whose signatures are believed now, and those that will sign soon."""
        self._read(now)
        return KeySet([each.key for each in _believed(self._keys, now)])

    def rotate(self, now: float, *, at_once: bool = False) -> str:
        """Add a key and return its id. `at_once`, the others are no longer believed: all sessions end."""
        self._read(now)
        fresh = RingKey.make(int(now) if at_once else int(now) + SHOWN_FIRST_SECONDS)
        self._write([fresh] if at_once else [*_believed(self._keys, now), fresh])
        self.show(now)
        return str(fresh.key.kid)

    def show(self, now: float) -> None:
        """Write the public halves for services that read them from a folder, where they have changed."""
        public = self.public(now)
        if self._shown == (ids := [each.kid for each in public.keys]) and self._public.exists():
            return
        self._public.parent.mkdir(parents=True, exist_ok=True)
        _replace(self._public, public.as_dict(private=False), 0o644)
        self._shown = ids

    def _read(self, now: float) -> None:
        """Read the file anew where another process has written it; make it where there is none."""
        if not self._private.exists():
            self._private.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._write([RingKey.make(int(now))])
        stamp = self._private.stat().st_mtime_ns
        if stamp != self._stamp:
            kept = json.loads(self._private.read_text("ascii"))["keys"]
            self._keys = tuple(sorted(map(RingKey.read, kept), key=lambda each: each.signs_since))
            self._stamp = stamp

    def _write(self, keys: Sequence[RingKey]) -> None:
        _replace(self._private, {"keys": [each.kept() for each in keys]}, 0o600)
        self._stamp = None


def _signing(keys: Sequence[RingKey], now: float) -> RingKey:
    begun = [each for each in keys if each.signs_since <= now]
    return begun[-1] if begun else keys[0]


def _believed(keys: Sequence[RingKey], now: float) -> list[RingKey]:
    """All but those whose successor has signed for so long that nothing of theirs is good any more."""
    kept = [key for key, after in pairwise(keys) if now < after.signs_since + SHOWN_AFTER_SECONDS]
    return [*kept, keys[-1]]


def _replace(path: Path, content: object, mode: int) -> None:
    """Write a whole file at once: others may read it at any moment."""
    fresh = path.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        json.dump(content, file)
    fresh.replace(path)
