"""A service is a list of features: no circle, no way back, one act a file, all steps taken, domains plain."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from architecture.acts import declared_steps, misplaced, taken_steps, undeclared
from architecture.source_tree import circle_in, graph_of, listed, not_plain, strays, wrong_way
from shared import example
from shared.example import forget_struck_notes, notes, strike_note, write_note
from shared.service import Feature, Service

PACKAGES = sorted(path.parent for path in Path(__file__).parents[2].glob("services/*/src/*/service.py"))
Tree = Mapping[str, str]


def name_of(package: Path) -> str:
    return package.name


def service_of(package: Path) -> Service:
    found: Service = import_module(f"{package.name}.service").service
    return found


@pytest.mark.parametrize("package", PACKAGES, ids=name_of)
def test_folders_form_no_circle(package: Path) -> None:
    assert circle_in(graph_of(package)) == []


@pytest.mark.parametrize("package", PACKAGES, ids=name_of)
def test_a_feature_uses_only_those_that_are_listed_before_it(package: Path) -> None:
    assert wrong_way(package) == []


@pytest.mark.parametrize("package", PACKAGES, ids=name_of)
def test_every_folder_is_a_feature_or_common_to_all(package: Path) -> None:
    assert strays(package) == set()


@pytest.mark.parametrize("package", PACKAGES, ids=name_of)
def test_a_domain_is_plain_python(package: Path) -> None:
    assert not_plain(package) == []


@pytest.mark.parametrize("package", PACKAGES, ids=name_of)
def test_one_act_one_file_by_its_name(package: Path) -> None:
    service = service_of(package)
    assert misplaced(service) == []
    assert undeclared(service, package) == []


@pytest.mark.parametrize("package", PACKAGES, ids=name_of)
def test_every_step_is_taken_and_no_other(package: Path) -> None:
    service = service_of(package)
    assert declared_steps(service) - taken_steps(service) == set()
    assert taken_steps(service) - declared_steps(service) == set()


# Each check bites on a small made-up tree.

ACT = """
from dataclasses import replace
from shared.example import strike_note as act

def {name}(wanted, work):
    pass

{name} = replace(act, act={name})
"""
GOOD: Tree = {
    "service.py": (
        "from shop.goods.feature import goods\nfrom shop.orders.feature import orders as later\n"
        "service = Service(features=[goods, later])\n"
    ),
    "common/rules.py": "import re\n",
    "goods/feature.py": "from shop.goods.commands.sell import sell\n",
    "goods/commands/sell.py": "from shop.goods.repository import Goods\nfrom shop.common import rules\n",
    "goods/repository.py": "import sqlalchemy\nfrom shop.goods.domain.price import Price\n",
    "goods/domain/price.py": "import datetime\nimport pydantic\nfrom shared.domain.facts import day\n",
    "orders/feature.py": "from shop.goods.repository import Goods\n",
    "orders/domain/order.py": "from contracts.names import Name\nfrom shop.goods.domain.price import Price\n",
    "migrations/shop_0001.py": "import alembic\n",
}


def made_up(folder: Path, change: Tree) -> Path:
    for path, source in {**GOOD, **change}.items():
        (folder / "shop" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "shop" / path).write_text(source, "utf-8")
    return folder / "shop"


def test_a_tree_in_order_passes(tmp_path: Path) -> None:
    shop = made_up(tmp_path, {})
    assert listed(shop) == ["goods", "orders"]
    assert graph_of(shop) == {"": {"goods", "orders"}, "goods": {"common"}, "orders": {"goods"}}
    assert (circle_in(graph_of(shop)), wrong_way(shop), strays(shop), not_plain(shop)) == ([], [], set(), [])


@pytest.mark.parametrize(
    "source",
    [
        "from shop.orders.feature import orders",
        "from shop.orders import feature",
        "from shop import orders",
        "import shop.orders.feature",
        "from ..orders.feature import orders",
        "def late():\n    import shop.orders.feature",
    ],
)
def test_a_way_back_is_seen_however_it_is_written(tmp_path: Path, source: str) -> None:
    shop = made_up(tmp_path, {"goods/answers.py": source})
    assert set(circle_in(graph_of(shop))) == {"goods", "orders"}
    assert [each.partition(":")[0] for each in wrong_way(shop)] == ["goods/answers.py"]


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("common/helper.py", "import shop.goods.repository"),
        ("goods/late.py", "from shop.service import service"),
        ("goods/late.py", "from shop import service"),
        ("migrations/shop_0001.py", "import shop.goods.repository"),
    ],
)
def test_what_all_share_uses_no_feature_and_nobody_the_contents(
    tmp_path: Path, file: str, source: str
) -> None:
    assert [each.partition(":")[0] for each in wrong_way(made_up(tmp_path, {file: source}))] == [file]


def test_a_folder_that_is_not_listed_is_seen(tmp_path: Path) -> None:
    assert strays(made_up(tmp_path, {"store/rows.py": ""})) == {"store"}


@pytest.mark.parametrize(
    "source",
    [
        "import sqlalchemy",
        "from shared.work import Work",
        "import shared.domainlike",
        "from shop.goods.repository import Goods",
        "from shop.common import rules",
        "from ..repository import Goods",
        "def late():\n    import structlog",
    ],
)
def test_a_tool_in_a_domain_is_seen(tmp_path: Path, source: str) -> None:
    shop = made_up(tmp_path, {"goods/domain/rows.py": source})
    assert [each.partition(":")[0] for each in not_plain(shop)] == ["goods/domain/rows.py"]


@pytest.mark.parametrize(
    ("file", "seen"),
    [
        ("goods/commands/strike_note.py", []),
        ("goods/commands/strike.py", ["strike_note (commands)"]),
        ("goods/queries/strike_note.py", ["strike_note (commands)"]),
        ("goods/strike_note.py", ["strike_note (commands)"]),
    ],
)
def test_an_act_elsewhere_than_in_its_own_file_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, seen: list[str]
) -> None:
    package = f"acts_of_{file.replace('/', '_').removesuffix('.py')}"
    shop = made_up(tmp_path, {file: ACT.format(name="strike_note")}).rename(tmp_path / package)
    monkeypatch.syspath_prepend(tmp_path)
    module = import_module(".".join([package, *Path(file).with_suffix("").parts]))
    service = replace(
        example.service,
        features=[Feature(commands=[module.strike_note])],
    )
    assert misplaced(service) == seen
    assert undeclared(service, shop) == ["goods/commands/sell.py"]
    for name in [each for each in sys.modules if each.startswith(package)]:
        del sys.modules[name]


def test_a_step_that_nobody_takes_and_one_that_is_none_are_seen() -> None:
    def playing(**acts: Any) -> Service:
        return replace(example.service, features=[replace(notes, **acts)])

    assert declared_steps(example.service) == taken_steps(example.service) == {"note:write", "note:strike"}
    assert taken_steps(playing(commands=[write_note])) == {"note:write"}
    by_timer = replace(forget_struck_notes, takes=("note:strike",))
    assert taken_steps(playing(commands=[write_note], timers=[by_timer])) == {"note:write", "note:strike"}
    wrong = playing(commands=[write_note, replace(strike_note, takes=("note:burn",))])
    assert taken_steps(wrong) - declared_steps(wrong) == {"note:burn"}
