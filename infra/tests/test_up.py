import inspect
import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from chungtay import suite, up
from chungtay.broker.definitions import names_of_users
from chungtay.broker.members import members
from chungtay.broker.model import Broker
from chungtay.home import Home
from chungtay.preparing import MIGRATED, preparing
from chungtay.problems import Problem
from chungtay.suite import Preparation
from chungtay.supervisor.control import Supervisor
from shared.host.prepare import prepare

OF_ANOTHER = Broker("amqp://x/", "somebody's broker")
USERS = names_of_users(members())
OURS = Broker("amqp://chungtay:root@127.0.0.1:1/", "ours", passwords={user: f"of-{user}" for user in USERS})
FAILING = (sys.executable, "-c", "raise SystemExit('no such table: donations')")
ENDLESS = (sys.executable, "-c", "import signal; signal.pause()")


@pytest.fixture
def said() -> list[str]:
    return []


def test_a_start_that_fails_says_why_and_leaves_nothing(
    home: Home, broker: str, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AMQP_URL", broker)
    monkeypatch.setattr(suite, "preparations", lambda _: [Preparation(FAILING, {})])
    with pytest.raises(Problem, match="no such table: donations"):
        up.start(home, say=said.append)
    assert not any("services" in line for line in said)
    assert not Supervisor(home).answers()
    assert up.running(home) is None


def test_a_second_start_from_the_same_home_is_refused(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Supervisor, "answers", lambda _: True)
    with pytest.raises(Problem, match="runs already"):
        up.start(home)


def test_every_service_has_a_host_and_a_relay_on_one_database(home: Home) -> None:
    programs = {program.name: program for program in suite.programs(home, OF_ANOTHER)}
    assert set(programs) == {*suite.SERVICES, *(f"{name}-relay" for name in suite.SERVICES), suite.GATEWAY}
    for name in suite.SERVICES:
        addresses = {programs[each].environment["DATABASE_URL"] for each in (name, f"{name}-relay")}
        assert len(addresses) == 1
    databases = {programs[name].environment["DATABASE_URL"] for name in suite.SERVICES}
    assert len(databases) == len(suite.SERVICES)


def test_each_process_logs_in_to_the_broker_as_itself_and_knows_no_other_password(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROKER_PASSWORD_FUNDS", "of-funds")
    common = suite.common_environment(home, OURS, gateway_port=1)
    assert common["BROKER_TOPOLOGY"] == "given"
    for program in suite.programs(home, OURS):
        told = {**common, **program.environment}
        assert told["AMQP_URL"] == f"amqp://{program.name}:of-{program.name}@127.0.0.1:1/"
        assert sum("of-" in value for value in told.values()) == 1


def test_a_service_may_have_its_own_database_address(home: Home) -> None:
    address = "postgresql+psycopg2://funds@db.invalid/funds"
    environment = suite.service_environment(home, "funds", {"FUNDS_DATABASE_URL": address})
    assert environment == {"DATABASE_URL": address}
    assert suite.service_environment(home, "critique", {})["DATABASE_URL"].endswith("/data/critique.db")


def test_services_are_prepared_by_one_process_but_for_those_with_an_address_of_their_own(home: Home) -> None:
    address = "postgresql+psycopg2://funds@db.invalid/funds"
    here, there = suite.preparations(home, {"FUNDS_DATABASE_URL": address})
    assert here.command[-4:] == tuple(f"{name}.service" for name in suite.SERVICES if name != "funds")
    assert here.environment["DATABASE_URL"].format(service="critique").endswith("/data/critique.db")
    assert there.command[-2:] == ("prepare", "funds.service")
    assert there.environment == {"DATABASE_URL": address}


def test_what_prepares_is_ended_where_the_start_fails(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suite, "preparations", lambda _: [Preparation(ENDLESS, {})])
    message = "no broker"
    with pytest.raises(Problem, match=message), preparing(home, os.environ) as preparation:
        raise Problem(message)
    [(process, _)] = preparation.started
    assert process.returncode == -signal.SIGKILL


def test_a_relay_is_started_by_the_name_of_its_service_alone(home: Home) -> None:
    programs = {program.name: program for program in suite.programs(home, OF_ANOTHER)}
    assert programs["funds-relay"].command[1:] == ("-m", "shared.bus.relay", "funds")


@pytest.mark.parametrize(("broker", "setting"), [("127.0.0.1", "yes"), ("broker.invalid", None)])
def test_hosts_resolve_names_only_where_the_broker_has_one(
    home: Home, broker: str, setting: str | None
) -> None:
    found = Broker(f"amqp://x:y@{broker}:5672/", "a broker")
    environment = suite.common_environment(home, found, gateway_port=1)
    assert environment.get("EVENTLET_NO_GREENDNS") == setting


def test_the_suite_decides_addresses_and_the_user_the_rest(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOG_FORMAT", "readable")
    monkeypatch.setenv("GATEWAY_PORT", "80")
    environment = suite.common_environment(home, OF_ANOTHER, gateway_port=8099)
    assert (environment["LOG_FORMAT"], environment["GATEWAY_PORT"]) == ("readable", "8099")


def test_services_start_when_databases_are_migrated_and_not_before(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = home.run / "go"
    waiting = f"import pathlib, time\nwhile not pathlib.Path({str(go)!r}).exists(): time.sleep(0.05)"
    program = (sys.executable, "-c", f"{waiting}\nprint({MIGRATED!r}, flush=True)\ntime.sleep(60)")
    monkeypatch.setattr(suite, "preparations", lambda _: [Preparation(program, {})])
    with preparing(home, os.environ) as preparation, ThreadPoolExecutor() as threads:
        waited = threads.submit(preparation.await_migrated)
        time.sleep(0.5)
        assert not waited.done()
        go.touch()
        waited.result(20)


def test_what_prepares_says_what_the_start_waits_for() -> None:
    assert f'"{MIGRATED}"' in inspect.getsource(prepare)
