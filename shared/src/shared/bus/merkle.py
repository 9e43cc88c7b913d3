"""A Merkle tree over what is signed together, hashed as RFC 6962 §2.1 says.

Leaves and nodes are hashed apart, so that no node can pass for a leaf. A path is the hashes that lead from a
leaf to the root, one after the other, 32 bytes each.
"""

from collections.abc import Sequence
from hashlib import sha256

LEAF, NODE = b"\x00", b"\x01"
HASH_BYTES = 32
Levels = Sequence[Sequence[bytes]]


def leaf_of(body: bytes) -> bytes:
    """Return the hash of what is signed."""
    return sha256(LEAF + body).digest()


def levels_over(leaves: Sequence[bytes]) -> Levels:
    """Return a tree from its leaves up to its root; who has no neighbour moves up as it is."""
    levels = [leaves]
    while len(below := levels[-1]) > 1:
        pairs = zip(below[::2], below[1::2], strict=False)
        above = [sha256(NODE + left + right).digest() for left, right in pairs]
        levels.append([*above, below[-1]] if len(below) % 2 else above)
    return levels


def path_from(index: int, levels: Levels) -> bytes:
    """Return the path from a leaf to the root."""
    path = list[bytes]()
    for level in levels[:-1]:
        neighbour = index ^ 1
        if neighbour < len(level):
            path.append(level[neighbour])
        index >>= 1
    return b"".join(path)


def leads_to(root: bytes, leaf: bytes, index: int, size: int, path: bytes) -> bool:
    """Whether a leaf stands at an index of the tree of a size and a root (RFC 9162 §2.1.3.2)."""
    node, at, last = leaf, 0, size - 1
    if not 0 <= index <= last:
        return False
    while last:
        if index % 2:
            node = sha256(NODE + path[at : at + HASH_BYTES] + node).digest()
            at += HASH_BYTES
        elif index < last:
            node = sha256(NODE + node + path[at : at + HASH_BYTES]).digest()
            at += HASH_BYTES
        index, last = index >> 1, last >> 1
    return node == root and at == len(path)
