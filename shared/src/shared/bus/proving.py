"""Whether an event was signed by the service that it names: a receiver's side of `shared.bus.sealing`.

What relays publish together has one signature; it is checked once, and remembered for as long as the
registry of keys stays the same.
"""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

import structlog
from pydantic import ValidationError

from shared.bus.sealing import Proof, Seal, message_of
from shared.key_registry import Registry
from shared.settings import Settings
from shared.signing import REGISTRY, BadSignature

log = structlog.get_logger()

UNSIGNED, OTHER_BODY = "unsigned", "body or proof"
REMEMBERED = 4096
REFRESH_SECONDS = 60.0
# A key that was registered a moment ago is soon known; who sends unknown ones makes nobody read files.
LOOK_AGAIN_SECONDS = 1.0


class Keys:
    """The registry in a folder, read anew when its file has changed."""

    def __init__(self, folder: Path, stopwatch: Callable[[], float] = monotonic) -> None:
        """Read the registry. Raises pydantic's ValidationError."""
        self._folder, self._stopwatch = folder, stopwatch
        self._looked_at, self._seen = stopwatch(), self._stamp()
        self.registry = Registry.load(folder)

    def refreshed(self, after_seconds: float) -> bool:
        """Look at the file, unless that was done a moment ago; say whether the registry is another one now.

        While the file cannot be read, the last good registry stays.
        """
        now = self._stopwatch()
        if now - self._looked_at < after_seconds:
            return False
        self._looked_at, stamp = now, self._stamp()
        if stamp == self._seen:
            return False
        try:
            self.registry = Registry.load(self._folder)
        except (OSError, ValidationError) as error:
            log.warning("the registry of keys stays as it was", cause=type(error).__name__)
            return False
        self._seen = stamp
        return True

    def _stamp(self) -> tuple[int, int] | None:
        try:
            found = (self._folder / REGISTRY).stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino


class NobodyKnown(Exception):
    """No service's key is registered, where nothing is believed that is not signed."""


class Prover:
    """Checks proofs by the keys in force."""

    def __init__(self, keys: Keys) -> None:
        """Take the keys; nothing was checked yet."""
        self._keys = keys
        self._good: dict[tuple[str, bytes], Seal] = {}

    def wrong(self, service: str, body: bytes, data: bytes | None) -> str | None:
        """Say what is wrong with an event's proof; None where the service signed these bytes."""
        if self._keys.refreshed(REFRESH_SECONDS):
            self._good.clear()
        if data is None:
            return UNSIGNED
        try:
            proof = Proof.read(data)
            seal = self._good.get((service, proof.head)) or self._check(service, proof.head)
        except BadSignature as error:
            return error.wrong
        return None if proof.holds(body, seal) else OTHER_BODY

    def _check(self, service: str, head: bytes) -> Seal:
        """Check a signature that was not seen yet. Raises BadSignature."""
        seal = Seal.read(head)
        if not self._keys.registry.knows(seal.key_id) and self._keys.refreshed(LOOK_AGAIN_SECONDS):
            self._good.clear()
        message = message_of(service, seal.signed)
        self._keys.registry.verify(service, seal.key_id, seal.signature, message, seal.signed_at)
        if len(self._good) >= REMEMBERED:
            self._good.pop(next(iter(self._good)))
        self._good[service, head] = seal
        return seal


def prover_of(settings: Settings) -> Prover | None:
    """Return what checks events; None where nobody has a key, and services are not told apart either.

    Raises NobodyKnown, pydantic's ValidationError for a registry that is none.
    """
    keys = Keys(settings.keys_dir)
    if any(keys.registry):
        return Prover(keys)
    if settings.topology_is_given:
        message = (
            f"no service's key is registered in {settings.keys_dir / REGISTRY}: nobody could be believed"
        )
        raise NobodyKnown(message)
    return None
