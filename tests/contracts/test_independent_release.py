"""An agency releases a query and a field of its own, and nobody else releases anything.

Two builds of funds, as wheels, stand beside one installed wheel of contracts, of the chassis, and of two
other services. The second build has one more query and one more optional field on a command.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path
from pkgutil import walk_packages
from typing import Any
from zipfile import ZipFile

import pytest

import contracts
from chungtay.contracts_tool.compatible import operation_extends
from contracts.manifest import Manifest
from contracts.messages import Command, Page, Query
from gateway.catalog import Catalog

ROOT = Path(__file__).parents[2]
OTHERS = ("contracts", "shared", "services/reporting", "services/supervision")
FIELD = '\\1    motto: Annotated[str, Named("Khẩu hiệu", "Motto")] | None = None\n'
DRIVE = {
    "fund_kind": "for_the_poor",
    "unit_code": "19",
    "name": "Tháng cao điểm vì người nghèo",
    "start_on": "2017-06-16",
    "end_on": "2017-12-31",
}
QUERY = '''"""How many drives there are."""

from sqlalchemy import func, select
from typing import Annotated

from contracts.messages import Answer, Query
from contracts.names import Named
from funds.drives.tables import drives
from shared.authority import anyone
from shared.service import query
from shared.work import Work


class DriveCount(Query):
    """How many drives there are."""


class Drives(Answer, vi="Số đợt vận động"):
    """A number."""

    count: Annotated[int, Named("Số đợt vận động", "Drives")]


@query(DriveCount, get="/drive-count", may=anyone, vi="Số đợt vận động")
def drive_count(_asked: DriveCount, work: Work) -> Drives:
    """Count the drives."""
    return Drives(count=work.session.scalar(select(func.count()).select_from(drives)) or 0)
'''
REGISTERED = """
from dataclasses import replace

from funds.drives.queries.drive_count import drive_count

drives = replace(drives, queries=[*drives.queries, drive_count])
"""
# Opens a drive, lets the others hear of it, asks what may be asked, and tells what it saw.
PROBE = """
import json, sys
from importlib import import_module
from sqlalchemy import select
import contracts, funds
from contracts import catalogue
from shared.bus.memory import MemoryBus
from shared.manifest import manifest_of
from shared.tables import inbox
from shared.testing import SIGNING_DAY, Stage, actor

names = ("funds", "reporting", "supervision")
stages = {name: Stage(import_module(f"{name}.service").service) for name in names}
funds_stage, board = stages["funds"], actor("ban-vd-quy-tinh")
opened = funds_stage.service.command_named["open_drive"].model.model_validate(json.loads(sys.argv[1]))
funds_stage.act(opened, by=board)
MemoryBus([(each.service, each.database) for each in stages.values()]).settle()
manifests = [manifest_of(each.service, SIGNING_DAY) for each in stages.values()]
count = funds_stage.service.query_named.get("drive_count")
with stages["reporting"].database.reading() as session:
    heard = [list(row) for row in session.execute(select(inbox.c.type, inbox.c.state))]
json.dump({
    "homes": [contracts.__file__, funds.__file__],
    "events": {each.wire_type(): each.model_json_schema() for each in catalogue.events("funds")},
    "manifests": [each.model_dump(mode="json") for each in manifests],
    "heard": heard,
    "count": count and funds_stage.ask(count.model()).count,
}, sys.stdout)
"""


@dataclass(frozen=True)
class Build:
    """One build of funds in its place: what it saw, and where it was installed."""

    seen: dict[str, Any]
    site: Path
    requires: list[str]

    @property
    def manifests(self) -> dict[str, Manifest]:
        found = [Manifest.model_validate(each) for each in self.seen["manifests"]]
        return {each.service: each for each in found}


def wheel(package: Path, into: Path) -> Path:
    """Build a wheel without any index, and install it as the unpacked archive that it is."""
    program = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(into)]
    subprocess.run(program, cwd=package, check=True, capture_output=True)
    [built] = into.glob("*.whl")
    ZipFile(built).extractall(into)
    return built


def changed_funds(folder: Path) -> Path:
    """Copy funds; add a query to it, and an optional field to a command."""
    ignored = shutil.ignore_patterns("tests", "__pycache__")
    drives = shutil.copytree(ROOT / "services" / "funds", folder, ignore=ignored) / "src" / "funds" / "drives"
    (drives / "queries" / "drive_count.py").write_text(QUERY, "utf-8")
    with (drives / "feature.py").open("a", encoding="utf-8") as feature:
        feature.write(REGISTERED)
    messages = drives / "messages.py"
    text, times = re.subn(
        r'(class OpenDrive\(Command\):\n    """.*?"""\n)', FIELD, messages.read_text("utf-8")
    )
    assert times == 1
    messages.write_text(text, "utf-8")
    return folder


def play(site: Path, common: list[Path], drive: dict[str, str]) -> Build:
    """Run a build beside the others, with nothing of the source tree on its path before them."""
    path = os.pathsep.join(map(str, [site, *common]))
    program = [sys.executable, "-c", PROBE, json.dumps(drive)]
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(program, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    [metadata] = site.glob("*.dist-info/METADATA")
    requires = re.findall(r"Requires-Dist: (chungtay-\S+.*)", metadata.read_text("utf-8"))
    return Build(json.loads(done.stdout), site, requires)


def content(site: Path) -> dict[str, str]:
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {str(path.relative_to(site)): sha256(path.read_bytes()).hexdigest() for path in files}


@dataclass(frozen=True)
class Release:
    """Both builds, what is installed of contracts, and what was installed before either ran."""

    old: Build
    new: Build
    contracts: Path
    before: dict[str, str]


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    home = tmp_path_factory.mktemp("release")
    packages = {name: ROOT / name for name in OTHERS}
    packages |= {"old": ROOT / "services" / "funds", "new": changed_funds(home / "funds")}
    sites = {name: home / "sites" / name for name in packages}
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda name: wheel(packages[name], sites[name]), packages))
        before = content(sites["contracts"])
        common = [sites[name] for name in OTHERS]
        drives = {"old": DRIVE, "new": {**DRIVE, "motto": "Chung tay vì người nghèo"}}
        old, new = threads.map(lambda name: play(sites[name], common, drives[name]), drives)
    return Release(old, new, sites["contracts"], before)


def test_both_builds_run_on_the_very_same_installed_contracts(release: Release) -> None:
    for build in (release.old, release.new):
        at, funds_at = build.seen["homes"]
        assert Path(at).is_relative_to(release.contracts)
        assert Path(funds_at).is_relative_to(build.site)
    assert content(release.contracts) == release.before
    assert release.new.requires == release.old.requires


def test_the_new_build_answers_its_query_and_takes_its_field(release: Release) -> None:
    assert (release.old.seen["count"], release.new.seen["count"]) == (None, 1)
    old, new = release.old.manifests["funds"], release.new.manifests["funds"]
    assert {each.name for each in new.queries} - {each.name for each in old.queries} == {"drive_count"}
    before, after = (next(o for o in each.commands if o.name == "open_drive") for each in (old, new))
    added = set(after.input_schema["properties"]) - set(before.input_schema["properties"])  # type: ignore[arg-type]
    assert added == {"motto"}


def test_what_the_old_build_could_be_asked_the_new_one_still_can(release: Release) -> None:
    def published(build: Build) -> dict[str, dict[str, Any]]:
        funds = build.manifests["funds"]
        return {
            each.name: {
                "method": each.method,
                "path": each.path,
                "input": each.input_schema,
                "answer": each.answer_schema,
            }
            for each in (*funds.commands, *funds.queries)
        }

    old, new = published(release.old), published(release.new)
    assert [name for name, each in old.items() if not operation_extends(each, new[name])] == []


def test_the_others_hear_the_same_events_and_stay_what_they_were(release: Release) -> None:
    assert release.new.seen["events"] == release.old.seen["events"]
    assert release.new.seen["heard"] == release.old.seen["heard"]
    assert ["funds.drive_opened.v1", "done"] in release.old.seen["heard"]
    assert {state for _, state in release.old.seen["heard"]} == {"done"}
    for name in ("reporting", "supervision"):
        assert release.new.manifests[name] == release.old.manifests[name]


def test_the_gateway_learns_the_new_query_from_the_manifest_alone(release: Release) -> None:
    catalog = Catalog()
    for manifest in (*release.old.manifests.values(), release.new.manifests["funds"]):
        catalog.register(manifest, datetime.now(UTC))
    assert catalog.find("funds", "GET", "/drive-count").operation.name == "drive_count"
    assert catalog.find("funds", "POST", "/drives").operation.name == "open_drive"
    assert [entry.manifest.service for entry in catalog] == ["funds", "reporting", "supervision"]


def test_contracts_know_no_question_of_any_service() -> None:
    """The bases of all questions and pages are in `contracts.messages`; each service keeps its own."""
    modules = [import_module(each.name) for each in walk_packages(contracts.__path__, "contracts.")]
    found = {
        f"{kind.__module__}.{name}"
        for module in modules
        for name, kind in getmembers(module, isclass)
        if issubclass(kind, Command | Query | Page)
    }
    assert {each for each in found if not each.startswith("contracts.messages.")} == set()
