"""Keys of services: who may read them, whose signature is believed, and when."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from shared.key_registry import PublicKey, Registry, key_of
from shared.signing import BadSignature, KeyUnusable, SigningKey

NOW = datetime(2026, 11, 25, 3, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def key(tmp_path: Path) -> SigningKey:
    return SigningKey.make(tmp_path, "funds")


def test_a_private_key_is_its_owner_s_alone(key: SigningKey, tmp_path: Path) -> None:
    path = tmp_path / "funds.pem"
    assert path.stat().st_mode & 0o777 == 0o600
    assert SigningKey.load(tmp_path, "funds").key_id == key.key_id
    path.chmod(0o640)
    with pytest.raises(KeyUnusable, match="read by others"):
        SigningKey.load(tmp_path, "funds")


def test_a_key_is_made_once_and_never_written_over(key: SigningKey, tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        SigningKey.make(tmp_path, key.service)


def test_another_kind_of_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "funds.pem"
    path.touch(mode=0o600)
    rsa = generate_private_key(65537, 2048)
    path.write_bytes(rsa.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(KeyUnusable, match="no Ed25519 key"):
        SigningKey.load(tmp_path, "funds")


def test_what_a_service_signed_is_believed_and_nothing_else(key: SigningKey) -> None:
    keys, signature = Registry([PublicKey.of(key, NOW)]), key.sign(b"one")
    keys.verify("funds", key.key_id, signature, b"one", NOW)
    for service, key_id, signed, message in (
        ("campaigns", key.key_id, signature, b"one"),
        ("funds", "funds-none", signature, b"one"),
        ("funds", key.key_id, signature, b"two"),
        ("funds", key.key_id, bytes(64), b"one"),
        ("funds", key.key_id, b"short", b"one"),
    ):
        with pytest.raises(BadSignature):
            keys.verify(service, key_id, signed, message, NOW)


@pytest.mark.parametrize(
    ("ends", "at"),
    [
        ({}, NOW - DAY),
        ({"valid_to": NOW + DAY}, NOW + DAY),
        ({"revoked_at": NOW + DAY}, NOW + DAY),
    ],
)
def test_a_key_proves_nothing_outside_its_time(
    key: SigningKey, ends: dict[str, datetime], at: datetime
) -> None:
    public = PublicKey.of(key, NOW).model_copy(update=ends)
    assert public.holds_at(NOW)
    assert not public.holds_at(at)


def test_a_home_s_key_is_made_and_registered_once(tmp_path: Path) -> None:
    private, public = tmp_path / "private", tmp_path / "public"
    first = key_of(private, public, "funds", NOW)
    assert key_of(private, public, "funds", NOW + DAY).key_id == first.key_id
    other = key_of(private, public, "campaigns", NOW)
    keys = Registry.load(public)
    for each in (first, other):
        keys.verify(each.service, each.key_id, each.sign(b"x"), b"x", NOW)
    assert private.stat().st_mode & 0o077 == 0


def test_after_a_rotation_both_keys_are_believed(tmp_path: Path) -> None:
    private, public = tmp_path / "private", tmp_path / "public"
    old = key_of(private, public, "funds", NOW)
    (private / "funds.pem").unlink()
    new = key_of(private, public, "funds", NOW + DAY)
    keys = Registry.load(public)
    keys.verify("funds", old.key_id, old.sign(b"x"), b"x", NOW)
    keys.verify("funds", new.key_id, new.sign(b"x"), b"x", NOW + DAY)
    with pytest.raises(BadSignature, match="does not hold"):
        keys.verify("funds", new.key_id, new.sign(b"x"), b"x", NOW)


def test_without_a_registry_nobody_is_believed(key: SigningKey, tmp_path: Path) -> None:
    with pytest.raises(BadSignature, match="has no key"):
        Registry.load(tmp_path / "none").verify("funds", key.key_id, key.sign(b"x"), b"x", NOW)
