import base64
import json
import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jwt
from joserfc.jwk import KeySet, OKPKey
from pydantic import JsonValue

from shared.settings import Settings
from shared.tokens import (
    CALL_TOKEN,
    GATEWAY,
    LONGEST_USER,
    REFRESH_SECONDS,
    RELOAD_SECONDS,
    KeysUnavailable,
    NotAuthenticated,
    Verifier,
    verifier_of_calls,
)

PARTS = ["alg", "kid", "crit", "b64", "typ", "jwk", "sub", "exp", "Ed25519", "iss", "aud"]
CLAIMS = {"sub": "usr_synthetic", "agency": "btt-mttq-tinh", "unit": "19"}


SERVICE = "funds"


class Issuer:
    """The gateway, whose public keys lie in a file."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(keys_dir=folder)
        self.rotate("first")

    def rotate(self, kid: str) -> None:
        self.key = OKPKey.generate_key("Ed25519", {"kid": kid})
        public = KeySet([self.key]).as_dict(private=False)
        (self.settings.keys_dir / "jwks.json").write_text(json.dumps(public))

    def verifier(self, service: str = SERVICE) -> Verifier:
        return verifier_of_calls(self.settings, service)

    def token(self, kind: str = CALL_TOKEN, **changes: object) -> str:
        standard = {"iss": GATEWAY, "aud": SERVICE}
        claims: dict[str, Any] = {**CLAIMS, **standard, "exp": int(time.time()) + 3600, **changes}
        header = {"alg": "Ed25519", "kid": self.key.kid, "typ": kind}
        return jwt.encode(header, claims, self.key, algorithms=["Ed25519"])


@pytest.fixture
def issuer(tmp_path: Path) -> Issuer:
    return Issuer(tmp_path)


@pytest.fixture(scope="module")
def issuer_for_many(tmp_path_factory: pytest.TempPathFactory) -> Issuer:
    return Issuer(tmp_path_factory.mktemp("issuer"))


def test_a_good_token_tells_who_acts_for_whom(issuer: Issuer) -> None:
    bearer = issuer.verifier().read(issuer.token(roles=["operator"]))
    assert (bearer.user, bearer.agency, bearer.unit) == ("usr_synthetic", "btt-mttq-tinh", "19")
    assert bearer.roles == {"operator"}


@pytest.mark.parametrize(
    "change",
    [
        {"iss": "https://another.invalid"},
        {"aud": "campaigns"},
        {"aud": ["campaigns", "critique"]},
        {"exp": 1},
        {"agency": None},
        {"kind": "JWT"},
        {"kind": "at+jwt"},
    ],
)
def test_a_token_for_others_or_of_the_past_is_refused(issuer: Issuer, change: dict[str, Any]) -> None:
    with pytest.raises(NotAuthenticated):
        issuer.verifier().read(issuer.token(**change))


@pytest.mark.parametrize("name", ["sub", "agency", "unit", "roles", "aud", "iss"])
@pytest.mark.parametrize("value", [5, True, ["a", 5], {"a": 1}, "", "a\0b", "a\u200bb", 10**400, "x" * 300])
def test_a_claim_that_is_no_such_claim_is_a_token_that_is_not_good(
    issuer: Issuer, name: str, value: Any
) -> None:
    with pytest.raises(NotAuthenticated):
        issuer.verifier().read(issuer.token(**{name: value}))


@pytest.mark.parametrize("name", ["exp", "nbf", "iat"])
@pytest.mark.parametrize("value", ["soon", ["a"], {"a": 1}, 10**400])
def test_a_time_that_is_none_is_no_error_of_ours(issuer: Issuer, name: str, value: Any) -> None:
    with suppress(NotAuthenticated):
        issuer.verifier().read(issuer.token(**{name: value}))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(PARTS), inner, max_size=3),
)


@given(header=json_values, body=json_values, signature=st.binary(max_size=70))
def test_whatever_is_sent_as_a_token_is_refused_as_one(
    issuer_for_many: Issuer, header: JsonValue, body: JsonValue, signature: bytes
) -> None:
    parts = [json.dumps(header).encode(), json.dumps(body).encode(), signature]
    token = ".".join(base64.urlsafe_b64encode(each).rstrip(b"=").decode() for each in parts)
    for sent in (token, token.replace(".", ""), f"é{token}", "." * 4):
        with pytest.raises(NotAuthenticated):
            issuer_for_many.verifier().read(sent)


def test_a_long_subject_is_kept_by_its_digest(issuer: Issuer) -> None:
    verifier = issuer.verifier()
    users = [verifier.read(issuer.token(sub=letter * 255)).user for letter in "aab"]
    assert users[0] == users[1] != users[2]
    assert max(map(len, users)) <= LONGEST_USER


def test_bad_tokens_do_not_make_it_ask_for_the_keys_each_time(
    issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    verifier = issuer.verifier()
    load = Mock(side_effect=verifier._load)
    monkeypatch.setattr(verifier, "_load", load)
    for _ in range(5):
        with pytest.raises(NotAuthenticated):
            verifier.read("not.a.token")
    assert load.call_count == 1


def test_a_token_for_one_service_is_refused_by_another(issuer: Issuer) -> None:
    token = issuer.token()
    assert issuer.verifier(SERVICE).read(token).user == "usr_synthetic"
    with pytest.raises(NotAuthenticated):
        issuer.verifier("campaigns").read(token)


def test_what_another_key_signed_is_refused_though_it_bears_the_same_name(issuer: Issuer) -> None:
    verifier, kid = issuer.verifier(), issuer.key.kid
    issuer.key = OKPKey.generate_key("Ed25519", {"kid": str(kid)})
    with pytest.raises(NotAuthenticated):
        verifier.read(issuer.token())


def test_a_key_that_was_taken_back_is_believed_for_five_minutes_at_most(
    issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    verifier, token = issuer.verifier(), issuer.token()
    verifier.read(token)
    assert verifier.remembered(token)
    issuer.rotate("second")
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + REFRESH_SECONDS + 1)
    assert verifier.remembered(token) is None
    with pytest.raises(NotAuthenticated):
        verifier.read(token)


@pytest.mark.parametrize("content", [None, "no json", "[]", "{}"])
def test_without_keys_nobody_is_believed_and_the_cause_is_told(issuer: Issuer, content: str | None) -> None:
    keys = issuer.settings.keys_dir / "jwks.json"
    keys.unlink() if content is None else keys.write_text(content)
    with pytest.raises(KeysUnavailable):
        issuer.verifier().read(issuer.token())


def test_a_new_key_of_the_issuer_is_taken_up(issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
    verifier = issuer.verifier()
    verifier.read(issuer.token())
    issuer.rotate("second")
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + RELOAD_SECONDS)
    assert verifier.read(issuer.token()).user == "usr_synthetic"
