"""The registry of services' public keys: whose each is, and from when until when a signature is believed.

The reference data of the province and a JSON file that whoever checks signatures has; where both name a key,
the file counts, which an operator can change at once. The private halves are in `shared.signing`.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import TypeAdapter

from contracts.reference.service_keys import ServiceKey, service_keys
from shared.signing import REGISTRY, BadSignature, KeyNotInForce, SigningKey, UnknownKey


class PublicKey(ServiceKey):
    """A registered key, with which signatures are checked."""

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
        given = (PublicKey.model_validate(each.model_dump()) for each in service_keys())
        return cls((*given, *_in_file(folder)))

    def __iter__(self) -> Iterator[PublicKey]:
        """Give the keys."""
        return iter(self._keys.values())

    def knows(self, key_id: str) -> bool:
        """Whether a key is registered."""
        return key_id in self._keys

    def verify(self, service: str, key_id: str, signature: bytes, message: bytes, at: datetime) -> None:
        """Refuse what a service did not sign with a key that was its own then. Raises BadSignature."""
        key = self._keys.get(key_id)
        if key is None or key.service != service:
            said = f"{service} has no key {key_id}"
            raise UnknownKey(said)
        if not key.holds_at(at):
            said = f"the key {key_id} does not hold at {at.isoformat()}"
            raise KeyNotInForce(said)
        key.check(signature, message)


def register(key: PublicKey, folder: Path) -> None:
    """Put a key into the folder's file, in place of what it said of that key. Raises OSError."""
    keys = {each.key_id: each for each in _in_file(folder)} | {key.key_id: key}
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Written aside and then put in its place: others may read it at any time.
    fresh = folder / f"{REGISTRY}.new"
    content = KEYS.dump_python(list(keys.values()), mode="json", exclude_none=True)
    fresh.write_text(json.dumps(content, indent=2), encoding="ascii")
    fresh.replace(folder / REGISTRY)


def _in_file(folder: Path) -> list[PublicKey]:
    path = folder / REGISTRY
    return KEYS.validate_json(path.read_bytes()) if path.exists() else []


def key_of(private: Path, public: Path, service: str, now: datetime) -> SigningKey:
    """Return a service's key, made where there is none, and see that it is registered. Raises KeyUnusable."""
    try:
        key = SigningKey.load(private, service)
    except FileNotFoundError:
        key = SigningKey.make(private, service)
    if not Registry.load(public).knows(key.key_id):
        register(PublicKey.of(key, now), public)
    return key
