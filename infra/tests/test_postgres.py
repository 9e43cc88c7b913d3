"""Finding the server's programs. The cluster itself is used by every test of `tests/postgres`."""

import tempfile
from pathlib import Path

import pytest

from chungtay.broker import apt
from chungtay.problems import Problem
from support import postgres


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(postgres, "PACKAGED", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def install(packaged: Path, *versions: str) -> None:
    for version in versions:
        (packaged / version / "bin").mkdir(parents=True)
        (packaged / version / "bin" / "initdb").touch(mode=0o755)


def test_the_newest_of_several_versions_is_used(packaged: Path) -> None:
    install(packaged, "9.6", "15", "13")
    assert postgres.programs() == packaged / "15" / "bin"


def test_programs_on_the_path_serve_too(packaged: Path) -> None:
    (packaged / "initdb").touch(mode=0o755)
    assert postgres.programs() == packaged


def test_root_on_debian_gets_the_package(packaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[str]()

    def installed(package: str) -> None:
        asked.append(package)
        install(packaged, "15")

    monkeypatch.setattr(apt, "can_install", lambda: True)
    monkeypatch.setattr(apt, "install", installed)
    assert postgres.programs() == packaged / "15" / "bin"
    assert asked == ["postgresql"]


@pytest.mark.usefixtures("packaged")
def test_where_there_is_none_a_plain_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apt, "can_install", lambda: False)
    with pytest.raises(Problem, match="apt-get install postgresql"):
        postgres.programs()


def test_a_failing_program_is_named_with_what_it_said() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "initdb").write_text("#!/bin/sh\necho no room left >&2\nexit 1\n", encoding="ascii")
        (folder / "initdb").chmod(0o755)
        with pytest.raises(Problem, match="initdb failed: no room left"):
            postgres.Cluster(folder, folder).create()
