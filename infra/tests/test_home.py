import os
from pathlib import Path

import pytest

from chungtay.home import LONGEST_SOCKET_PATH, Home
from chungtay.problems import Problem
from chungtay.suite import SERVICES, make_keys
from shared.key_registry import Registry
from shared.signing import SigningKey


def test_secrets_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    home = Home.of(tmp_path / "var")
    home.make()
    for folder in (home.keys, home.broker, home.run, home.data, home.logs, home.service_keys):
        assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_others_could_read_is_taken_from_them(tmp_path: Path) -> None:
    home = Home.of(tmp_path / "var")
    home.data.mkdir(parents=True, mode=0o755)
    home.make()
    assert home.data.stat().st_mode & 0o077 == 0


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home.of(tmp_path / "var")
    home.make()
    monkeypatch.setattr(os, "getuid", lambda: 1 + tmp_path.stat().st_uid)
    with pytest.raises(Problem, match="somebody else"):
        home.make()


def test_every_service_has_a_key_that_is_registered(tmp_path: Path) -> None:
    home = Home.of(tmp_path / "var")
    home.make()
    for _ in range(2):
        make_keys(home)
    keys = Registry.load(home.keys)
    for service in SERVICES:
        assert keys.knows(SigningKey.load(home.service_keys, service).key_id)


def test_socket_path_is_short_enough_for_the_system(tmp_path: Path) -> None:
    deep = Home.of(tmp_path / ("x" * 60) / ("y" * 60) / "var")
    assert len(os.fsencode(deep.socket)) <= LONGEST_SOCKET_PATH
    assert deep.socket != Home.of(deep.var / "other").socket
    assert Home.of(Path("/v")).socket == Path("/v/run/supervisor.sock")


def test_a_folder_that_cannot_be_made_is_named() -> None:
    with pytest.raises(Problem, match="/dev/null/var"):
        Home.of(Path("/dev/null/var")).make()


def test_forget_deletes_only_known_folders(tmp_path: Path) -> None:
    home = Home.of(tmp_path)
    home.make()
    (home.data / "funds.db").touch()
    (tmp_path / "letter.txt").touch()
    home.forget()
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
