"""The definitions are made from the manifests, name everybody's rights, and hold no password."""

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from chungtay.broker.allowed import allowed
from chungtay.broker.cli import app
from chungtay.broker.definitions import definitions, encoded, names_of_users
from chungtay.broker.frozen import MEMBERS, RIGHTS, members_of_the_suite, text_of
from chungtay.broker.members import Member, members
from chungtay.broker.passwords import passwords
from chungtay.home import Home
from chungtay.problems import Problem
from shared.clock import day_of, system_clock
from shared.example import service
from shared.manifest import manifest_of

INFRA = Path(__file__).parents[2]
PASSWORDS = {name: f"secret-of-{name}" for name in names_of_users(members())}
PLUGIN = Member(service="plugin", tells=("plugin.told.v1",), hears=("funds.drive_opened.v1",))


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return definitions(members(), PASSWORDS)


def test_what_is_kept_of_the_manifests_is_what_they_say() -> None:
    """Otherwise: `chungtay contracts freeze`."""
    assert (INFRA / MEMBERS).read_text("utf-8") == text_of(members_of_the_suite())


def test_the_list_of_rights_is_what_the_members_need() -> None:
    """Otherwise: `chungtay contracts freeze`; and whoever reviews it sees what has changed."""
    assert (INFRA / RIGHTS).read_text("utf-8").splitlines() == allowed(members())


def test_passwords_are_in_it_as_salted_hashes_alone(document: dict[str, Any]) -> None:
    text = encoded(document).decode()
    assert not [password for password in PASSWORDS.values() if password in text]
    for user in document["users"]:
        kept = base64.b64decode(user["password_hash"])
        assert hashlib.sha256(kept[:4] + PASSWORDS[user["name"]].encode()).digest() == kept[4:]
    assert len({user["password_hash"] for user in document["users"]}) == len(PASSWORDS)


def test_the_same_definitions_are_the_same_bytes(document: dict[str, Any]) -> None:
    assert encoded(document) == encoded(definitions(members(), PASSWORDS))


def test_nobody_but_the_administrator_may_make_what_others_use(document: dict[str, Any]) -> None:
    made = [*document["queues"], *document["exchanges"], {"name": "amq.topic"}, {"name": "amq.default"}]
    for right in document["permissions"]:
        if right["user"] != "chungtay":
            assert not [each for each in made if re.search(right["configure"], each["name"])]
            assert not re.search(right["write"], "amq.default")


def test_each_pair_of_user_and_topic_exchange_has_a_row_of_its_own(document: dict[str, Any]) -> None:
    """Without one the broker would let the user use any key."""
    pairs = {(each["user"], each["exchange"]) for each in document["topic_permissions"]}
    exchanges = [each["name"] for each in document["exchanges"] if each["type"] == "topic"]
    users = [each["name"] for each in document["users"] if each["name"] != "chungtay"]
    assert pairs == {(user, exchange) for user in users for exchange in exchanges}


def test_a_plug_in_joins_by_its_manifest(tmp_path: Path) -> None:
    manifest = tmp_path / "example.json"
    manifest.write_text(manifest_of(service, day_of(system_clock())).model_dump_json(), "utf-8")
    arguments = ["definitions", "--manifest", str(manifest), "--var-dir", str(tmp_path)]
    made = json.loads(CliRunner().invoke(app, arguments).stdout)
    assert {"example", "example-relay"} <= {user["name"] for user in made["users"]}
    bound = [each["routing_key"] for each in made["bindings"] if each["destination"] == "example.inbox"]
    assert bound == ["note_written.v1"]


@pytest.mark.parametrize("name", ["gateway", "operator", "chungtay", "funds", "funds-relay"])
def test_no_service_can_take_the_name_of_another_user(name: str) -> None:
    taking_part = [*members(), PLUGIN.model_copy(update={"service": name})]
    with pytest.raises(Problem, match=f"would be called {name}"):
        definitions(taking_part, dict.fromkeys(names_of_users(taking_part), "x"))


def test_passwords_are_given_or_made_once_and_kept_for_the_owner_alone(home: Home) -> None:
    given = {"BROKER_PASSWORD_FUNDS_RELAY": "given"}
    first, second = (passwords(home, ["funds", "funds-relay"], given) for _ in range(2))
    assert first == second
    assert first["funds-relay"] == "given"
    [kept] = (home.broker / "passwords").iterdir()
    assert (kept.name, kept.stat().st_mode & 0o777) == ("funds", 0o600)
