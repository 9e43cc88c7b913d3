"""The operators' verbs on the whole suite: a spoiled event is seen, retried and discarded."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pika
import pytest
from typer.testing import CliRunner, Result

from chungtay.cli import app
from chungtay.suite import SERVICES
from chungtay.up import Suite
from chungtay.waiting import wait_until
from contracts.envelope import Envelope
from gateway.session.signer import Signer
from gateway.settings import GatewaySettings
from shared.bus.sealing import HEADER, seal
from shared.bus.topology import exchange_of, relay_user
from shared.clock import system_clock
from shared.ids import new_id
from shared.signing import SigningKey
from support.running import address_of

OWNERS = {"funds": "ban-vd-quy-tinh", "reporting": "ubnd-tinh", "campaigns": "btt-mttq-tinh"}
ROLES: dict[str, str] = {}  # of those who are no plain operators
SECONDS = 20
Run = Callable[..., Result]
Json = dict[str, Any]


@pytest.fixture
def run(suite: Suite, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give the way to run a verb as an operator of the agency that owns a service.

    The suite's own key signs the token, as an agency's issuer would.
    """
    signer = Signer.of(GatewaySettings(signing_dir=suite.home.signing, keys_dir=suite.home.keys))

    def run_as(owner: str, *words: str) -> Result:
        claims = {
            "sub": "usr_synthetic",
            "agency": OWNERS[owner],
            "unit": "19",
            "roles": [ROLES.get(owner, "operator")],
        }
        monkeypatch.setenv("CHUNGTAY_TOKEN", signer.sign(claims, system_clock()))
        environment = {"VAR_DIR": str(suite.home.var), "COLUMNS": "200"}
        return CliRunner(env=environment).invoke(app, [*words, "--json"])

    return run_as


def spoiled(key: str, correlation: str) -> Envelope:
    """Return an event without the fields that its type needs: funds reads it, reporting counts it only."""
    return Envelope(
        id=new_id("evt"),
        source="/campaigns",
        type="campaigns.campaign_launched.v1",
        subject=key,
        time=system_clock(),
        dataschema="https://chungtay.invalid/spoiled",
        data={},
        partitionkey=key,
        correlationid=correlation,
        agency="synthetic",
        occurredon=date(2017, 10, 17),
    )


def publish(suite: Suite, events: list[Envelope]) -> None:
    """Publish events as the relay of campaigns would."""
    relay = pika.URLParameters(address_of(suite, relay_user("campaigns")))
    key = SigningKey.load(suite.home.service_keys, "campaigns")
    with pika.BlockingConnection(relay) as connection:
        channel = connection.channel()
        channel.confirm_delivery()
        for body, routing_key in [(each.encode(), each.routing_key) for each in events]:
            proof = {HEADER: seal(key, [body], system_clock())[0]}
            told = pika.BasicProperties(user_id=relay.credentials.username, headers=proof)
            channel.basic_publish(exchange_of("campaigns"), routing_key, body, told)


def effects(run: Run, correlation: str) -> list[Json]:
    """Return what became of each event at funds, in the order of the journal."""
    followed = json.loads(run("funds", "events", "trace", correlation).stdout)
    return [
        next(effect["event"] or {} for effect in each["effects"] if effect["service"] == "funds")
        for each in followed
    ]


def states(run: Run, correlation: str) -> list[str]:
    return [each.get("state", "") for each in effects(run, correlation)]


def wait_for_states(run: Run, correlation: str, wanted: list[str]) -> None:
    assert wait_until(lambda: states(run, correlation) == wanted, seconds=SECONDS), states(run, correlation)


def test_a_spoiled_event_is_seen_retried_and_discarded(suite: Suite, run: Run) -> None:
    correlation, key = new_id("req"), new_id("cmp")
    publish(suite, [spoiled(key, correlation), spoiled(key, correlation)])
    wait_for_states(run, correlation, ["parked", "received"])
    first, second = effects(run, correlation)

    [group] = json.loads(run("funds", "parked", "list", "funds").stdout)
    assert (group["cause"]["type"], group["cause"]["held"]) == ("campaigns.campaign_launched.v1", 1)
    assert group["cause"]["first_seq"] == first["seq"]

    number = str(first["seq"])
    assert run("funds", "parked", "retry", "funds", number, "--reason", "once more").exit_code == 0
    wait_for_states(run, correlation, ["parked", "received"])
    assert run("funds", "parked", "discard", "funds", number, "--reason", "synthetic").exit_code == 0
    wait_for_states(run, correlation, ["discarded", "parked"])

    shown = json.loads(run("funds", "parked", "show", "funds", number).stdout)
    acts = [(act["by"], act["outcome"], act["reason"]) for act in shown["acts"]]
    assert acts == [("usr_synthetic", "retried", "once more"), ("usr_synthetic", "discarded", "synthetic")]
    last = str(second["seq"])
    assert run("funds", "parked", "discard", "funds", last, "--alike", "--reason", "synthetic").exit_code == 0
    assert json.loads(run("funds", "parked", "list", "funds").stdout) == []


def test_only_the_owner_of_a_service_may_act_in_it(suite: Suite, run: Run) -> None:
    correlation, key = new_id("req"), new_id("cmp")
    publish(suite, [spoiled(key, correlation)])
    wait_for_states(run, correlation, ["parked"])
    number = str(effects(run, correlation)[0]["seq"])
    refused = run("reporting", "parked", "discard", "funds", number, "--reason", "not mine")
    assert refused.exit_code == 1
    assert "Only the agency that owns the service" in refused.stderr
    assert states(run, correlation) == ["parked"]
    assert run("funds", "parked", "discard", "funds", number, "--reason", "synthetic").exit_code == 0


def test_status_tells_how_each_service_of_an_owner_stands(run: Run) -> None:
    found = json.loads(run("campaigns", "status").stdout)
    assert {each["service"] for each in found["services"]} == {"campaigns", "critique", "supervision"}
    assert {each["name"] for each in found["processes"]} >= set(SERVICES)
    assert len(found["unanswered"]) == 2, "funds and reporting belong to others"


def test_the_operator_of_the_province_sees_the_status_of_all_and_nothing_else(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ROLES, "reporting", "province-operator")
    found = run("reporting", "status")
    assert found.exit_code == 0, found.stderr
    assert {each["service"] for each in json.loads(found.stdout)["services"]} == set(SERVICES)
    refused = run("reporting", "parked", "list")
    assert refused.stderr.count("may only see how the services stand") == len(SERVICES)


def test_each_act_and_each_refused_act_leaves_an_audit_entry(suite: Suite, run: Run) -> None:
    correlation = new_id("req")
    publish(suite, [spoiled(new_id("cmp"), correlation)])
    wait_for_states(run, correlation, ["parked"])
    event = effects(run, correlation)[0]
    before = audited(run)
    refused = run("funds", "events", "replay", "funds", event["event_id"], "--reason", "try it")
    assert "is in state «parked»; the step «replay» is not possible" in refused.stderr
    assert audited(run) == before + 1, "a refusal leaves an entry too"
    discard = run("funds", "parked", "discard", "funds", str(event["seq"]), "--reason", "synthetic")
    assert discard.exit_code == 0
    assert audited(run) == before + 2


def audited(run: Run) -> int:
    services = json.loads(run("funds", "status").stdout)["services"]
    return next(int(each["audit_entries"]) for each in services if each["service"] == "funds")


def test_tail_and_show_agree(suite: Suite, run: Run) -> None:
    correlation = new_id("req")
    [event] = events = [spoiled(new_id("cmp"), correlation)]
    publish(suite, events)
    wait_for_states(run, correlation, ["parked"])
    lines = run("funds", "events", "tail", "--type", "campaigns.*", "-n", "1").stdout.splitlines()
    assert json.loads(lines[-1])["envelope"]["id"] == event.id
    shown = json.loads(run("funds", "events", "show", event.id).stdout)
    assert shown["entry"] == json.loads(lines[-1])
    number = next(each["event"]["seq"] for each in shown["effects"] if each["service"] == "funds")
    assert run("funds", "parked", "discard", "funds", str(number), "--reason", "synthetic").exit_code == 0


def test_where_demo_accounts_are_on_the_owners_accounts_serve(
    suite: Suite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CHUNGTAY_TOKEN", raising=False)
    environment = {"VAR_DIR": str(suite.home.var), "COLUMNS": "200"}
    told = CliRunner(env=environment).invoke(app, ["status", "--json"])
    assert told.exit_code == 0, told.output
    assert all(name in told.output for name in SERVICES)
