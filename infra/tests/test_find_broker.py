import threading
from pathlib import Path

import pytest

from chungtay.broker import apt, find
from chungtay.broker.definitions import names_of_users
from chungtay.broker.find import find_broker
from chungtay.broker.members import members
from chungtay.home import Home
from chungtay.problems import Problem

SERVER = Path("/usr/lib/rabbitmq/lib/rabbitmq_server-3.10.8/sbin/rabbitmq-server")


class Machine:
    """A machine with chosen programs; installing the package gives it the server."""

    def __init__(self, *, server: bool = False, docker: bool = False, debian_root: bool = False) -> None:
        self.server, self.docker, self.debian_root = server, docker, debian_root
        self.installed = False

    def install(self) -> None:
        self.installed = self.server = True


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> type[Machine]:
    class Patched(Machine):
        def __init__(self, **programs: bool) -> None:
            super().__init__(**programs)
            monkeypatch.setattr(find, "server_program", lambda: SERVER if self.server else None)
            monkeypatch.setattr(find, "docker_answers", lambda: self.docker)
            monkeypatch.setattr(apt, "can_install", lambda: self.debian_root)
            monkeypatch.setattr(apt, "install", self.install)
            monkeypatch.setattr("chungtay.broker.private_node._epmd", lambda: "/usr/bin/epmd")
            monkeypatch.delenv("AMQP_URL", raising=False)

    return Patched


def test_a_given_address_comes_first(home: Home, on: type[Machine], monkeypatch: pytest.MonkeyPatch) -> None:
    on(server=True, docker=True)
    monkeypatch.setenv("AMQP_URL", "amqp://agency@broker.invalid/")
    found = find_broker(home, print)
    assert (found.url, found.programs) == ("amqp://agency@broker.invalid/", ())


@pytest.mark.parametrize("address", ["nonsense", "http://broker.invalid/", "amqp:///"])
def test_an_address_that_is_none_is_refused(
    home: Home, on: type[Machine], monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    on(server=True)
    monkeypatch.setenv("AMQP_URL", address)
    with pytest.raises(Problem, match="AMQP_URL must be an address like"):
        find_broker(home, print)


def test_the_machines_program_comes_before_docker(home: Home, on: type[Machine]) -> None:
    on(server=True, docker=True)
    epmd, server = (program.command for program in find_broker(home, print).programs)
    assert (epmd[0], server[-1]) == ("/usr/bin/epmd", str(SERVER))


def test_docker_comes_before_an_installation(home: Home, on: type[Machine]) -> None:
    machine = on(docker=True, debian_root=True)
    [program] = find_broker(home, print).programs
    assert "docker run --rm" in program.command[-1]
    assert not machine.installed


def test_the_package_is_installed_last(home: Home, on: type[Machine]) -> None:
    machine = on(debian_root=True)
    said: list[str] = []
    find_broker(home, said.append)
    assert machine.installed
    assert "installing RabbitMQ" in said[0]


def test_nothing_at_all_is_one_line(home: Home, on: type[Machine]) -> None:
    on()
    with pytest.raises(Problem, match="apt-get install rabbitmq-server") as caught:
        find_broker(home, print)
    assert "\n" not in str(caught.value)


def test_the_passwords_of_the_private_node_stay_and_are_secret(home: Home, on: type[Machine]) -> None:
    on(server=True)
    passwords = {find_broker(home, print).url.split(":")[2].split("@")[0] for _ in range(2)}
    assert len(passwords) == 1
    kept = list((home.broker / "passwords").iterdir())
    assert {path.name for path in kept} == set(names_of_users(members()))
    assert all(path.stat().st_mode & 0o077 == 0 for path in kept)
    assert all(passwords.isdisjoint(p.environment.values()) for p in find_broker(home, print).programs)


def test_package_scripts_may_start_no_service(tmp_path: Path) -> None:
    policy = tmp_path / "policy-rc.d"
    with apt.services_held_back(policy):
        assert "exit 101" in policy.read_text(encoding="ascii")
    assert not policy.exists()


def test_the_owners_policy_is_left_alone(tmp_path: Path) -> None:
    policy = tmp_path / "policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 0\n", encoding="ascii")
    with apt.services_held_back(policy):
        pass
    assert "exit 0" in policy.read_text(encoding="ascii")


def test_two_that_install_wait_for_each_other(tmp_path: Path) -> None:
    lock, inside = tmp_path / "lock", threading.Event()

    def install_too() -> None:
        with apt.one_at_a_time(lock):
            inside.set()

    with apt.one_at_a_time(lock):
        second = threading.Thread(target=install_too)
        second.start()
        assert not inside.wait(0.2)
    assert inside.wait(10)
    second.join()
