import json
import time
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, OKPKey

from shared.settings import Settings
from shared.tokens import RELOAD_SECONDS, NotAuthenticated, Verifier

CLAIMS = {"sub": "usr_synthetic", "agency": "btt-mttq-tinh", "unit": "19"}


class Issuer:
    """An issuer whose public keys lie in a file."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(keys_dir=folder)
        self.rotate("first")

    def rotate(self, kid: str) -> None:
        self.key = OKPKey.generate_key("Ed25519", {"kid": kid})
        public = KeySet([self.key]).as_dict(private=False)
        (self.settings.keys_dir / "jwks.json").write_text(json.dumps(public))

    def token(self, **changes: object) -> str:
        standard = {"iss": self.settings.token_issuer, "aud": self.settings.token_audience}
        claims: dict[str, Any] = {**CLAIMS, **standard, "exp": int(time.time()) + 3600, **changes}
        header = {"alg": "Ed25519", "kid": self.key.kid}
        return jwt.encode(header, claims, self.key, algorithms=["Ed25519"])


@pytest.fixture
def issuer(tmp_path: Path) -> Issuer:
    return Issuer(tmp_path)


def test_a_good_token_tells_who_acts_for_whom(issuer: Issuer) -> None:
    bearer = Verifier(issuer.settings).read(issuer.token(roles=["operator"]))
    assert (bearer.user, bearer.agency, bearer.unit) == ("usr_synthetic", "btt-mttq-tinh", "19")
    assert bearer.roles == {"operator"}


@pytest.mark.parametrize(
    "change", [{"iss": "https://another.invalid"}, {"aud": "another"}, {"exp": 1}, {"agency": None}]
)
def test_a_token_for_others_or_of_the_past_is_refused(issuer: Issuer, change: dict[str, object]) -> None:
    with pytest.raises(NotAuthenticated):
        Verifier(issuer.settings).read(issuer.token(**change))


def test_bad_tokens_do_not_make_it_ask_for_the_keys_each_time(
    issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    verifier = Verifier(issuer.settings)
    load = Mock(side_effect=verifier._load)
    monkeypatch.setattr(verifier, "_load", load)
    for _ in range(5):
        with pytest.raises(NotAuthenticated):
            verifier.read("not.a.token")
    assert load.call_count == 1


def test_a_new_key_of_the_issuer_is_taken_up(issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
    verifier = Verifier(issuer.settings)
    verifier.read(issuer.token())
    issuer.rotate("second")
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + RELOAD_SECONDS)
    assert verifier.read(issuer.token()).user == "usr_synthetic"
