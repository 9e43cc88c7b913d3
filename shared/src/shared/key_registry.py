"""The registry of services' public keys: whose each is, and from when until when a signature is believed.

A JSON file that whoever checks signatures has; the private halves are in `shared.signing`.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import AwareDatetime, BaseModel, ConfigDict, TypeAdapter

from shared.signing import BadSignature, SigningKey

REGISTRY = "services.json"


class PublicKey(BaseModel):
    """A key of a service: who may check what with it. Instants are UTC; `valid_to` is the first outside.

    What was signed at or after `revoked_at` is not believed.
    """

    model_config = ConfigDict(frozen=True)

    key_id: str
    service: str
    public: str
    valid_from: AwareDatetime
    valid_to: AwareDatetime | None = None
    revoked_at: AwareDatetime | None = None

    @classmethod
    def of(cls, key: SigningKey, since: datetime) -> Self:
        """Return the public half of a service's key, valid from an instant on."""
        public = b64encode(key.public_bytes()).decode()
        return cls(key_id=key.key_id, service=key.service, public=public, valid_from=since)

    def holds_at(self, at: datetime) -> bool:
        """Whether the key was its service's at an instant."""
        ends = (each for each in (self.valid_to, self.revoked_at) if each)
        return self.valid_from <= at and all(at < end for end in ends)

    def check(self, signature: bytes, message: bytes) -> None:
        """Refuse what this key did not sign. Raises BadSignature."""
        try:
            Ed25519PublicKey.from_public_bytes(b64decode(self.public)).verify(signature, message)
        except InvalidSignature as error:
            said = "the signature does not fit what is signed"
            raise BadSignature(said) from error


KEYS = TypeAdapter(list[PublicKey])


class Registry:
    """The public keys of all services."""

    def __init__(self, keys: Iterable[PublicKey]) -> None:
        """Index the keys by their id."""
        self._keys = {each.key_id: each for each in keys}

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the registry of a folder; without one nobody is known. Raises pydantic's ValidationError."""
        path = folder / REGISTRY
        return cls(KEYS.validate_json(path.read_bytes()) if path.exists() else ())

    def knows(self, key_id: str) -> bool:
        """Whether a key is registered."""
        return key_id in self._keys

    def verify(self, service: str, key_id: str, signature: bytes, message: bytes, at: datetime) -> None:
        """Refuse what a service did not sign with a key that was its own then. Raises BadSignature."""
        key = self._keys.get(key_id)
        if key is None or key.service != service:
            said = f"{service} has no key {key_id}"
            raise BadSignature(said)
        if not key.holds_at(at):
            said = f"the key {key_id} does not hold at {at.isoformat()}"
            raise BadSignature(said)
        key.check(signature, message)

    def add(self, key: PublicKey, folder: Path) -> None:
        """Register one more key, and write the folder's file anew: at once, since others may read it."""
        self._keys[key.key_id] = key
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = folder / f"{REGISTRY}.new"
        content = KEYS.dump_python(list(self._keys.values()), mode="json", exclude_none=True)
        fresh.write_text(json.dumps(content, indent=2), encoding="ascii")
        fresh.replace(folder / REGISTRY)


def key_of(private: Path, public: Path, service: str, now: datetime) -> SigningKey:
    """Return a service's key, made where there is none, and see that it is registered. Raises KeyUnusable."""
    try:
        key = SigningKey.load(private, service)
    except FileNotFoundError:
        key = SigningKey.make(private, service)
    registry = Registry.load(public)
    if not registry.knows(key.key_id):
        registry.add(PublicKey.of(key, now), public)
    return key
