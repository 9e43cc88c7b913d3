"""The keys with which services sign what leaves them.

A service's private key is one file that its owner alone may read; its public half stands in a registry
(`shared.key_registry`), which a relay does not need. A signature is Ed25519 (RFC 8032).
"""

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

REGISTRY = "services.json"
OTHERS = 0o077
ID_LENGTH = 16


class KeyUnusable(Exception):
    """A private key that is no Ed25519 key, or that others could read as well."""


class BadSignature(Exception):
    """A signature that proves nothing; the message says why, `wrong` in words that no signer can choose."""

    wrong = "signature"


class UnknownKey(BadSignature):
    """A signature by a key that is not registered for its service."""

    wrong = "key unknown"


class KeyNotInForce(BadSignature):
    """A signature of a time at which its key was not its service's: too early, expired, revoked."""

    wrong = "key not in force"


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

    def public_bytes(self) -> bytes:
        """Return the public half: 32 bytes."""
        return self.key.public_key().public_bytes_raw()


def _path(folder: Path, service: str) -> Path:
    return folder / f"{service}.pem"


def _key_id(service: str, key: Ed25519PrivateKey) -> str:
    return f"{service}-{sha256(key.public_key().public_bytes_raw()).hexdigest()[:ID_LENGTH]}"
