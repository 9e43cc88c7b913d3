"""A clean tree keeps each import-linter contract of the root pyproject.toml, and a bad import breaks it."""

import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
CONTRACTS = [contract["id"] for contract in LINTER["contracts"]]

Tree = Mapping[str, str]

CLEAN: Tree = {
    **{f"{package}/__init__.py": "" for package in LINTER["root_packages"]},
    "shared/__init__.py": "import contracts\n",
    "shared/host/__init__.py": "",
    "shared/host/run.py": "import eventlet\nfrom nameko.containers import ServiceContainer\n",
    "shared/domain/__init__.py": "",
    "shared/domain/lifecycle.py": "import contracts\n",
    "shared/domain/facts.py": "import shared.domain.lifecycle\n",
    "funds/donations/__init__.py": "",
    "funds/donations/domain/__init__.py": "",
    "funds/donations/domain/donation.py": "import contracts\nimport shared.domain.lifecycle\n",
    "funds/service.py": "import shared\nimport funds.donations.domain.donation\n",
    "critique/drafts/__init__.py": "",
    "critique/drafts/domain/__init__.py": "",
    "reporting/domain/__init__.py": "",
}

BREAKERS: list[tuple[str, Tree]] = [
    ("floors", {"shared/upward.py": "import funds.donations\n"}),
    ("floors", {"contracts/upward.py": "import shared\n"}),
    ("floors", {"chungtay/sideways.py": "import funds\n"}),
    ("independence", {"funds/neighbour.py": "import campaigns\n"}),
    ("independence", {"gateway/shortcut.py": "from reporting import domain\n"}),
    ("domain", {"critique/drafts/domain/rows.py": "import sqlalchemy\n"}),
    ("domain", {"reporting/domain/rows.py": "import sqlalchemy\n"}),
    ("domain", {"reporting/domain/tools.py": "from shared import host\n"}),
    ("domain", {"funds/donations/domain/work.py": "import shared.work\n", "shared/work.py": ""}),
    ("domain", {"shared/domain/work.py": "import shared.work\n", "shared/work.py": ""}),
    (
        "domain",
        {
            "funds/helper.py": "import structlog\n",
            "funds/donations/domain/indirect.py": "import funds.helper\n",
        },
    ),
    ("nameko", {"shared/bus.py": "import eventlet\n"}),
    ("nameko", {"supervision/handler.py": "from nameko.rpc import rpc\n"}),
]


def lint(folder: Path, tree: Tree, contract: str) -> subprocess.CompletedProcess[str]:
    for path, source in {**CLEAN, **tree}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(source, encoding="utf-8")
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    program = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--contract", contract]
    return subprocess.run(program, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("contract", CONTRACTS)
def test_clean_tree_keeps_the_contract(tmp_path: Path, contract: str) -> None:
    done = lint(tmp_path, {}, contract)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("contract", "tree"), BREAKERS)
def test_bad_import_breaks_the_contract(tmp_path: Path, contract: str, tree: Tree) -> None:
    done = lint(tmp_path, tree, contract)
    assert "BROKEN" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 1


def test_every_contract_has_a_tree_that_breaks_it() -> None:
    assert {contract for contract, _ in BREAKERS} == set(CONTRACTS)


def test_every_package_is_watched() -> None:
    packages = {path.name for path in ROOT.glob("*/src/*") if path.is_dir()}
    services = {path.name for path in ROOT.glob("services/*/src/*") if path.is_dir()}
    assert packages | services == set(LINTER["root_packages"])
