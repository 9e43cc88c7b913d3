"""The keys with which services sign what leaves them, and the registry of whose they are and until when.

A service's private key is one file that its owner alone may read; its public half stands in a registry,
a JSON file that whoever checks signatures has. A signature is Ed25519 (RFC 8032).
"""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from pydantic import AwareDatetime, BaseModel, ConfigDict, TypeAdapter

REGISTRY = "services.json"
OTHERS = 0o077
ID_LENGTH = 16


class KeyUnusable(Exception):
    """A private key that is no Ed25519 key, or that others could read as well."""


class BadSignature(Exception):
    """A signature that proves nothing; the message says why."""


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


@dataclass(frozen=True)
class SigningKey:
    """The private key of a service."""

    service: str
    key_id: str
    key: Ed25519PrivateKey

    @classmethod
    def load(cls, folder: Path, service: str) -> Self:
        """Read a service's key. Raises OSError where there is none, KeyUnusable."""
        path = _path(folder, service)
        if path.stat().st_mode & OTHERS:
            message = f"{path} can be read by others; it must be its owner's alone (chmod 600)"
            raise KeyUnusable(message)
        key = load_pem_private_key(path.read_bytes(), password=None)
        if not isinstance(key, Ed25519PrivateKey):
            message = f"{path} is no Ed25519 key"
            raise KeyUnusable(message)
        return cls(service, _key_id(service, key), key)

    @classmethod
    def make(cls, folder: Path, service: str) -> Self:
        """Make a service's key, in a file that its owner alone may read. Raises FileExistsError."""
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        key = Ed25519PrivateKey.generate()
        descriptor = os.open(_path(folder, service), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return cls(service, _key_id(service, key), key)

    def sign(self, message: bytes) -> bytes:
        """Return the signature of a message: 64 bytes."""
        return self.key.sign(message)

    def public(self, since: datetime) -> PublicKey:
        """Return what others check with, valid from an instant on."""
        raw = self.key.public_key().public_bytes_raw()
        return PublicKey(
            key_id=self.key_id, service=self.service, public=b64encode(raw).decode(), valid_from=since
        )


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
        registry.add(key.public(now), public)
    return key


def _path(folder: Path, service: str) -> Path:
    return folder / f"{service}.pem"


def _key_id(service: str, key: Ed25519PrivateKey) -> str:
    return f"{service}-{sha256(key.public_key().public_bytes_raw()).hexdigest()[:ID_LENGTH]}"
