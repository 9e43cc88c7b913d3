"""The proof of an audit: entry by entry against its blocks, and its blocks against the heads that were told.

It needs nothing but the log and the heads, so that whoever has both can prove it anywhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal, NamedTuple, Protocol

from shared.audit_chain import GENESIS, WINDOW, Member, digest_of, link, unpacked
from shared.audit_heads import ToldHead
from shared.key_registry import Registry
from shared.signing import BadSignature

Wrong = Literal[
    "emptied",
    "cut",
    "removed",
    "rewritten",
    "reordered",
    "slipped in",
    "chain altered",
    "chained anew",
    "head",
]


class Block(NamedTuple):
    """A block of the chain as it is stored."""

    number: int
    entries: int
    last: int
    members: bytes
    hash: str


class Log(Protocol):
    """An audit that can be read: a database, or what was exported from one."""

    def blocks(self) -> Iterator[Block]:
        """Give the blocks in order."""

    def entries(self, above: int, up_to: int) -> Iterator[Mapping[str, Any]]:
        """Give the entries whose numbers are greater than one and not greater than another, in order."""

    def last(self) -> int:
        """Return the highest number of an entry, 0 where there is none."""


class Finding(NamedTuple):
    """What is wrong with a log, and where."""

    wrong: Wrong
    said: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.wrong}: {self.said}"


@dataclass
class Proof:
    """What a proof found; `waiting` entries are newer than the last block."""

    blocks: int = 0
    entries: int = 0
    waiting: int = 0
    heads: int = 0
    findings: list[Finding] = field(default_factory=list)

    def note(self, wrong: Wrong, said: str) -> None:
        """Add a finding."""
        self.findings.append(Finding(wrong, said))


def prove(log: Log, told: Iterable[ToldHead], keys: Registry) -> Proof:
    """Prove a log; what is wrong with it is named."""
    proof, heads = Proof(), []
    for each in told:
        try:
            each.check(keys)
            heads.append(each)
        except BadSignature as error:
            proof.note("head", f"told at {each.told_at.isoformat()}: {error}")
    proof.heads = len(heads)
    blocks = list(log.blocks())
    if log.last() == 0 and (blocks or any(each.head.entries for each in heads)):
        once = max((*(each.entries for each in blocks), *(each.head.entries for each in heads)))
        proof.note("emptied", f"not one entry is left of {once}")
        return proof
    _follow(blocks, proof)
    _Entries(log, proof).compare(blocks)
    _compare_heads(blocks, heads, proof)
    return proof


def _follow(blocks: Sequence[Block], proof: Proof) -> None:
    """Follow the chain from block to block."""
    before, count = Block(0, 0, 0, b"", GENESIS), 0
    for block in blocks:
        count = before.entries + len(list(unpacked(block.members)))
        follows = block.number == before.number + 1 and block.entries == count
        if not follows or block.hash != link(before.hash, block.members):
            proof.note("chain altered", f"block {block.number} does not follow from block {before.number}")
        before = block
    proof.blocks = len(blocks)


@dataclass
class _Entries:
    """Compares the entries with the members of the blocks."""

    log: Log
    proof: Proof
    missing: list[int] = field(default_factory=list)
    early: dict[int, bytes] = field(default_factory=dict)

    def compare(self, blocks: Sequence[Block]) -> None:
        """Read each entry once; what an earlier range held and a later block claims was only late."""
        top = 0
        for block in blocks:
            up_to = max(top, block.last)
            found = {each["seq"]: digest_of(each) for each in self.log.entries(top, up_to)}
            self.proof.entries += len(found)
            self._compare_block(list(unpacked(block.members)), {**self.early, **found})
            top = up_to
        last = self.log.last()
        self.proof.waiting = sum(1 for _ in self.log.entries(top, max(top, last)))
        self._report(top, last)

    def _compare_block(self, members: Sequence[Member], found: dict[int, bytes]) -> None:
        known = {each.digest for each in members}
        for seq, digest in members:
            has = found.pop(seq, None)
            if has is None:
                self.missing.append(seq)
            elif has != digest:
                moved = has in known
                self.proof.note("reordered" if moved else "rewritten", f"entry {seq} is not what was chained")
        self.early = found

    def _report(self, top: int, last: int) -> None:
        for first, end in _runs(sorted(self.missing)):
            said = f"entries {first}–{end}" if end > first else f"entry {first}"
            self.proof.note("cut" if end == top and last < first else "removed", f"{said} of the log")
        for seq in sorted(self.early):
            if seq <= top - WINDOW:
                self.proof.note("slipped in", f"entry {seq} is in no block")
            else:
                self.proof.waiting += 1


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the first and the last of each run of numbers without a hole."""
    if not numbers:
        return
    starts = [numbers[0], *(b for a, b in pairwise(numbers) if b != a + 1)]
    ends = [*(a for a, b in pairwise(numbers) if b != a + 1), numbers[-1]]
    yield from zip(starts, ends, strict=True)


def _compare_heads(blocks: Sequence[Block], heads: Sequence[ToldHead], proof: Proof) -> None:
    """The log must go as far as was told, and have the very chain that was told."""
    total, kept = max((each.entries for each in blocks), default=0), {each.entries: each for each in blocks}
    if wanting := [each for each in heads if each.head.entries > total]:
        most = max(wanting, key=lambda each: each.head.entries)
        said = f"{most.head.entries} entries were told at {most.told_at.isoformat()}"
        proof.note("cut", f"{said}, {total} are left")
    for each in heads:
        block = kept.get(each.head.entries)
        if 0 < each.head.entries <= total and (block is None or block.hash != each.head.hash):
            said = f"the first {each.head.entries} entries are not those"
            proof.note("chained anew", f"{said} told at {each.told_at.isoformat()}")
            return
