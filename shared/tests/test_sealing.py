"""What a relay signs together: every event proves that it was among it, and nothing else does."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.bus.merkle import LEAF, NODE, leads_to, leaf_of, levels_over, path_from
from shared.bus.proving import Keys, Prover
from shared.bus.sealing import GROUP, HEADER, INDEX, LONGEST, Proof, Seal, Sealer, seal
from shared.key_registry import PublicKey, register
from shared.signing import SigningKey

NOW = datetime(2026, 11, 25, 3, tzinfo=UTC)
DAY = timedelta(days=1)
Bodies = st.lists(st.binary(max_size=40), min_size=1, max_size=70, unique=True)


def rfc_root(leaves: list[bytes]) -> bytes:
    """The root as RFC 6962 §2.1 defines it: split at the largest power of two below the size."""
    if len(leaves) == 1:
        return sha256(LEAF + leaves[0]).digest()
    split = 1 << ((len(leaves) - 1).bit_length() - 1)
    return sha256(NODE + rfc_root(leaves[:split]) + rfc_root(leaves[split:])).digest()


@given(Bodies)
def test_the_root_is_that_of_the_standard(bodies: list[bytes]) -> None:
    assert levels_over([leaf_of(each) for each in bodies])[-1] == [rfc_root(bodies)]


@given(Bodies, st.data())
def test_every_leaf_proves_its_place_and_no_other(bodies: list[bytes], data: st.DataObject) -> None:
    leaves, size = [leaf_of(each) for each in bodies], len(bodies)
    levels = levels_over(leaves)
    [root] = levels[-1]
    paths = [path_from(index, levels) for index in range(size)]
    for index, (leaf, path) in enumerate(zip(leaves, paths, strict=True)):
        assert leads_to(root, leaf, index, size, path)
    one, other = (data.draw(st.integers(0, size - 1)) for _ in "ab")
    place = data.draw(st.integers(0, size))
    own = one == other == place
    assert leads_to(root, leaves[one], place, size, paths[other]) == own
    assert not leads_to(
        root, leaf_of(b"another of forty-one bytes and more than forty"), one, size, paths[one]
    )


@given(Bodies, st.data())
def test_a_path_that_was_touched_leads_nowhere(bodies: list[bytes], data: st.DataObject) -> None:
    leaves, size = [leaf_of(each) for each in bodies], len(bodies)
    levels = levels_over(leaves)
    [root], index = levels[-1], data.draw(st.integers(0, size - 1))
    path = path_from(index, levels)
    assert not leads_to(root, leaves[index], index, size, path + bytes(32))
    assert not leads_to(root, leaves[index], index, size, path[:-32]) or not path
    if path:
        at = data.draw(st.integers(0, len(path) - 1))
        touched = path[:at] + bytes([path[at] ^ 1]) + path[at + 1 :]
        assert not leads_to(root, leaves[index], index, size, touched)


def test_a_node_is_no_leaf() -> None:
    """Else whoever has a proof could show the two halves of a tree as if they were an event."""
    levels = levels_over([leaf_of(each) for each in (b"a", b"b", b"c", b"d")])
    left, right = levels[1]
    assert leaf_of(left + right) != levels[-1][0]


class Signed:
    """A service with a key in a registry of its own, and who checks by it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.seconds = folder, 0.0
        self.key = SigningKey.make(folder / "private", "funds")
        self.registered(self.key)
        self.prover = Prover(Keys(folder, lambda: self.seconds))

    def registered(self, key: SigningKey, **ends: Any) -> None:
        register(PublicKey.of(key, NOW).model_copy(update=ends), self.folder)

    def wrong(self, body: bytes, proof: bytes | None, service: str = "funds") -> str | None:
        return self.prover.wrong(service, body, proof)


@pytest.fixture
def signed(tmp_path: Path) -> Signed:
    return Signed(tmp_path)


@pytest.mark.parametrize("count", [1, 2, 3, GROUP])
def test_what_was_signed_together_is_believed_each_by_itself(signed: Signed, count: int) -> None:
    bodies = [b"%d" % number for number in range(count)]
    proofs = seal(signed.key, bodies, NOW)
    assert [signed.wrong(*each) for each in zip(bodies, proofs, strict=True)] == [None] * count


def test_another_body_and_the_proof_of_another_batch_are_not(signed: Signed) -> None:
    (one, two), [third] = seal(signed.key, [b"1", b"2"], NOW), seal(signed.key, [b"3"], NOW)
    assert signed.wrong(b"1 altered", one) == "body or proof"
    assert signed.wrong(b"1", two) == "body or proof"
    assert signed.wrong(b"1", third) == "body or proof"
    assert signed.wrong(b"1", one) is None


def test_what_is_not_signed_is_not_believed(signed: Signed) -> None:
    assert signed.wrong(b"1", None) == "unsigned"


def test_nobody_signs_for_another(signed: Signed, tmp_path: Path) -> None:
    """Not with a key of his own, nor by the name of the other's, though he was believed as himself."""
    neighbour = SigningKey.make(tmp_path / "private", "critique")
    signed.registered(neighbour)
    signed.seconds += 100
    [own] = seal(neighbour, [b"1"], NOW)
    assert signed.wrong(b"1", own, "critique") is None
    assert signed.wrong(b"1", own) == "key unknown"
    posing = SigningKey("funds", signed.key.key_id, neighbour.key)
    assert signed.wrong(b"1", seal(posing, [b"1"], NOW)[0]) == "signature"


@pytest.mark.parametrize(
    ("ends", "at"),
    [
        ({}, NOW - DAY),
        ({"valid_to": NOW + DAY}, NOW + DAY),
        ({"revoked_at": NOW + DAY}, NOW + DAY),
    ],
)
def test_a_key_signs_within_its_time_alone(signed: Signed, ends: dict[str, datetime], at: datetime) -> None:
    signed.registered(signed.key, **ends)
    signed.seconds += 100
    assert signed.wrong(b"1", seal(signed.key, [b"1"], at)[0]) == "key not in force"
    assert signed.wrong(b"1", seal(signed.key, [b"1"], NOW)[0]) is None


def test_a_key_that_is_revoked_is_not_believed_any_more_though_its_signature_was_seen(signed: Signed) -> None:
    [proof] = seal(signed.key, [b"1"], NOW)
    assert signed.wrong(b"1", proof) is None
    signed.registered(signed.key, revoked_at=NOW)
    assert signed.wrong(b"1", proof) is None, "for a minute nobody looks"
    signed.seconds += 61
    assert signed.wrong(b"1", proof) == "key not in force"


def test_at_a_rotation_old_and_new_are_believed_and_a_new_key_is_known_at_once(
    signed: Signed, tmp_path: Path
) -> None:
    new = SigningKey.make(tmp_path / "next", "funds")
    [early] = seal(new, [b"2"], NOW)
    assert signed.wrong(b"2", early) == "key unknown"
    signed.registered(new)
    signed.seconds += 2
    assert signed.wrong(b"2", early) is None
    assert signed.wrong(b"1", seal(signed.key, [b"1"], NOW)[0]) is None


def test_a_registry_that_was_spoiled_changes_nothing(signed: Signed) -> None:
    (signed.folder / "services.json").write_text("[{", encoding="utf-8")
    signed.seconds += 100
    assert signed.wrong(b"1", seal(signed.key, [b"1"], NOW)[0]) is None


@given(st.binary(max_size=LONGEST + 10) | st.binary(min_size=120, max_size=200))
def test_rubbish_is_no_proof(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    prover = Prover(Keys(tmp_path_factory.getbasetemp()))
    assert prover.wrong("funds", b"1", data) in {"proof unreadable", "key unknown"}


@given(st.data())
def test_whatever_bit_of_a_proof_is_turned_it_proves_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    signed = Signed(tmp_path_factory.mktemp("signed"))
    bodies = [b"1", b"2", b"3"]
    proof = seal(signed.key, bodies, NOW)[1]
    bit = data.draw(st.integers(0, len(proof) * 8 - 1))
    turned = bytearray(proof)
    turned[bit // 8] ^= 1 << bit % 8
    assert signed.wrong(b"2", bytes(turned)) is not None
    assert signed.wrong(b"2", proof) is None


def test_a_proof_is_as_long_as_it_says(signed: Signed) -> None:
    [proof] = seal(signed.key, [b"1"], NOW)
    read = Proof.read(proof)
    assert (read.place, read.path) == (0, b"")
    found = Seal.read(read.head)
    assert (found.key_id, found.signed_at, found.size) == (signed.key.key_id, NOW, 1)
    assert len(proof) == len(read.head) + INDEX.size


@pytest.mark.parametrize("count", [0, 1, GROUP, GROUP + 1, 500])
def test_a_relay_signs_in_groups(signed: Signed, count: int) -> None:
    rows: list[Any] = [SimpleNamespace(envelope=b"%d" % number) for number in range(count)]
    found = list(Sealer(signed.key, lambda: NOW).sealed(rows))
    assert [row for row, _ in found] == rows
    proofs = [headers[HEADER] for _, headers in found if headers]
    assert [signed.wrong(row.envelope, each) for row, each in zip(rows, proofs, strict=True)] == [
        None
    ] * count
    assert len({Proof.read(each).head for each in proofs}) == -(-count // GROUP)


def test_a_relay_without_a_key_adds_nothing() -> None:
    rows: list[Any] = [SimpleNamespace(envelope=b"1")]
    assert list(Sealer(None).sealed(rows)) == [(rows[0], None)]
