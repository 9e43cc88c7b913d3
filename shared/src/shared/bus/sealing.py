"""What a relay adds to the events that it publishes together: one signature, and each event's way to it.

A signature costs as much as everything else that an event costs a relay, and its check more. So the relay
signs the root of a Merkle tree over the bytes of a group, and a receiver checks each root once. A proof is
one header of the message, in bytes, numbers with the highest byte first:

    version 1 · time of the signature in ms since 1970, 8 · size of the tree, 4 · root, 32 · signature, 64 ·
    length of the key's id, 1 · the key's id · index of the leaf, 4 · path to the root, 32 a hash

Signed is what `message_of` says: the service's name with the time, the size and the root.
"""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any, NamedTuple, Self

from sqlalchemy import Row

from shared.bus.merkle import HASH_BYTES, leads_to, leaf_of, levels_over, path_from
from shared.clock import Clock, system_clock
from shared.signing import BadSignature, SigningKey

HEADER = "chungtay-proof"
VERSION = 1
# Larger groups spare little of the signature, and cost each event one more hash and 32 bytes a doubling.
GROUP = 64
SIGNED = struct.Struct(">BQI32s")
INDEX = struct.Struct(">I")
SIGNATURE_BYTES = 64
KEY_LENGTH_AT = SIGNED.size + SIGNATURE_BYTES
LONGEST = 2000
Headers = dict[str, Any]


class NoProof(BadSignature):
    """Bytes that are no proof as this version of the chassis knows it."""

    wrong = "proof unreadable"


class Seal(NamedTuple):
    """What the events of a group have in common."""

    key_id: str
    signed_at: datetime
    size: int
    root: bytes
    signature: bytes
    signed: bytes

    @classmethod
    def read(cls, head: bytes) -> Self:
        """Read the part of a proof that a group has in common. Raises NoProof."""
        version, milliseconds, size, root = SIGNED.unpack_from(head)
        if version != VERSION:
            said = f"it is a proof of version {version}"
            raise NoProof(said)
        try:
            at = datetime.fromtimestamp(milliseconds / 1000, UTC)
            key_id = head[KEY_LENGTH_AT + 1 :].decode("ascii")
        except (ValueError, OverflowError, OSError) as error:
            said = "its time or its key is none"
            raise NoProof(said) from error
        return cls(key_id, at, size, root, head[SIGNED.size : KEY_LENGTH_AT], head[: SIGNED.size])


class Proof(NamedTuple):
    """That an event was signed: the part that its group has in common, and its own way to the root."""

    head: bytes
    place: int
    path: bytes

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Take a header apart. Raises NoProof."""
        if not KEY_LENGTH_AT < len(data) <= LONGEST:
            said = "it is as long as no proof is"
            raise NoProof(said)
        end = KEY_LENGTH_AT + 1 + data[KEY_LENGTH_AT]
        if len(data) < end + INDEX.size or (len(data) - end - INDEX.size) % HASH_BYTES:
            said = "it does not end where a proof ends"
            raise NoProof(said)
        [place] = INDEX.unpack_from(data, end)
        return cls(data[:end], place, data[end + INDEX.size :])

    def holds(self, body: bytes, seal: Seal) -> bool:
        """Whether these bytes are among what was signed."""
        return leads_to(seal.root, leaf_of(body), self.place, seal.size, self.path)


def message_of(service: str, signed: bytes) -> bytes:
    """Return what a service signs; no other thing that its key signs begins so."""
    return b"chungtay-events\x00" + service.encode() + b"\x00" + signed


def seal(key: SigningKey, bodies: list[bytes], now: datetime) -> list[bytes]:
    """Sign events together; return the proof of each, in the same order."""
    levels = levels_over([leaf_of(each) for each in bodies])
    signed = SIGNED.pack(VERSION, round(now.timestamp() * 1000), len(bodies), levels[-1][0])
    signature, key_id = key.sign(message_of(key.service, signed)), key.key_id.encode()
    head = signed + signature + bytes([len(key_id)]) + key_id
    return [head + INDEX.pack(index) + path_from(index, levels) for index in range(len(bodies))]


@dataclass(frozen=True)
class Sealer:
    """Signs what a relay publishes; without a key it adds nothing."""

    key: SigningKey | None
    clock: Clock = system_clock

    def sealed(self, rows: Iterable[Row[Any]]) -> Iterator[tuple[Row[Any], Headers | None]]:
        """Give each row of the outbox with its message's headers, signed in groups."""
        left = iter(rows)
        while group := list(islice(left, GROUP)):
            if self.key is None:
                yield from ((row, None) for row in group)
            else:
                proofs = seal(self.key, [row.envelope for row in group], self.clock())
                yield from ((row, {HEADER: proof}) for row, proof in zip(group, proofs, strict=True))
