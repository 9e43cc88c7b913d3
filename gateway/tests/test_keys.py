"""The gateway's keys: what they sign for whom, and how one follows another."""

import time
from pathlib import Path

import httpx
import pytest
from joserfc.jwk import KeySet

from gateway.session.exchange import LEFT_SECONDS, LIFETIME_SECONDS, Exchange
from gateway.session.key_ring import SHOWN_AFTER_SECONDS, SHOWN_FIRST_SECONDS, KeyRing
from gateway.settings import GatewaySettings
from shared.settings import Settings
from shared.tokens import Bearer, NotAuthenticated, Verifier, verifier_of_calls

CALLER = Bearer("usr_synthetic", "ban-vd-quy-tinh", "19", frozenset({"operator"}), time.time() + 3600)


class Time:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    return KeyRing(tmp_path / "secret", tmp_path / "public")


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
def exchange(ring: KeyRing, clock: Time) -> Exchange:
    return Exchange(ring, clock)


@pytest.fixture
def funds(tmp_path: Path) -> Verifier:
    return verifier_of_calls(Settings(keys_dir=tmp_path / "public"), "funds")


def kids(keys: KeySet) -> list[str | None]:
    return [each.kid for each in keys.keys]


def test_a_service_reads_in_a_call_token_who_called_the_gateway(exchange: Exchange, funds: Verifier) -> None:
    found = funds.read(exchange.call_token(CALLER, "funds"))
    assert (found.user, found.agency, found.unit, found.roles) == (
        CALLER.user,
        CALLER.agency,
        CALLER.unit,
        CALLER.roles,
    )
    assert found.until - time.time() <= LIFETIME_SECONDS


def test_a_call_token_is_of_no_use_anywhere_else(exchange: Exchange, funds: Verifier) -> None:
    token = exchange.call_token(CALLER, "campaigns")
    with pytest.raises(NotAuthenticated):
        funds.read(token)


@pytest.mark.anyio
async def test_a_call_token_does_not_open_the_gateway(
    client: httpx.AsyncClient, settings: GatewaySettings
) -> None:
    for service in ("funds", settings.token_audience):
        token = Exchange(KeyRing.of(settings)).call_token(CALLER, service)
        answer = await client.get("/v1/me", headers={"Authorization": f"Bearer {token}"})
        assert answer.status_code == 401


def test_a_call_token_is_used_again_while_there_is_time_for_the_call(exchange: Exchange, clock: Time) -> None:
    first, other = exchange.call_token(CALLER, "funds"), exchange.call_token(CALLER, "critique")
    clock.now += LIFETIME_SECONDS - LEFT_SECONDS - 1
    assert exchange.call_token(CALLER, "funds") == first != other
    clock.now += 1
    assert exchange.call_token(CALLER, "funds") != first


def test_a_call_token_ends_with_the_callers_own(exchange: Exchange, funds: Verifier, clock: Time) -> None:
    soon = Bearer(CALLER.user, CALLER.agency, CALLER.unit, CALLER.roles, clock.now + 5)
    assert funds.read(exchange.call_token(soon, "funds")).until == int(clock.now + 5)


def test_a_call_token_of_the_past_is_refused(exchange: Exchange, funds: Verifier, clock: Time) -> None:
    clock.now -= 10 * LIFETIME_SECONDS
    with pytest.raises(NotAuthenticated):
        funds.read(exchange.call_token(CALLER, "funds"))


def test_the_first_key_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    folders = tmp_path / "secret", tmp_path / "public"
    first, second = (KeyRing(*folders).signing(time.time()) for _ in range(2))
    assert first.as_dict(private=True) == second.as_dict(private=True)
    assert (tmp_path / "secret" / "private.json").stat().st_mode & 0o777 == 0o600
    assert '"d"' not in (tmp_path / "public" / "jwks.json").read_text("ascii")


def test_old_and_new_overlap_at_a_rotation(ring: KeyRing, clock: Time) -> None:
    old = ring.signing(clock()).kid
    new = ring.rotate(clock())
    assert (ring.signing(clock()).kid, kids(ring.public(clock()))) == (old, [old, new])
    clock.now += SHOWN_FIRST_SECONDS
    assert (ring.signing(clock()).kid, kids(ring.public(clock()))) == (new, [old, new])
    clock.now += SHOWN_AFTER_SECONDS
    assert kids(ring.public(clock())) == [new]


def test_a_service_believes_every_token_across_a_rotation(
    ring: KeyRing, exchange: Exchange, funds: Verifier, clock: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The service loads keys every five minutes; it need not do so because of a new one."""
    before = exchange.call_token(CALLER, "funds")
    began, stopwatch = clock.now, time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: stopwatch + clock.now - began)
    monkeypatch.setattr(time, "time", clock)
    funds.read(before)
    ring.rotate(clock())
    for _ in range(SHOWN_FIRST_SECONDS // 30 + 2):
        clock.now += 30
        assert funds.read(exchange.call_token(CALLER, "funds")).user == CALLER.user


def test_a_rotation_at_once_ends_the_old_keys(ring: KeyRing, clock: Time) -> None:
    ring.signing(clock())
    new = ring.rotate(clock(), at_once=True)
    assert (ring.signing(clock()).kid, kids(ring.public(clock()))) == (new, [new])


def test_a_rotation_by_another_process_is_seen(ring: KeyRing, tmp_path: Path, clock: Time) -> None:
    ring.signing(clock())
    new = KeyRing(tmp_path / "secret", tmp_path / "public").rotate(clock(), at_once=True)
    assert ring.signing(clock()).kid == new


@pytest.mark.anyio
async def test_the_public_keys_have_an_address(client: httpx.AsyncClient, settings: GatewaySettings) -> None:
    answer = await client.get("/.well-known/jwks.json")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "public, max-age=60")
    ring = KeyRing.of(settings)
    assert answer.json() == ring.public(time.time()).as_dict(private=False)
    assert all("d" not in each for each in answer.json()["keys"])
