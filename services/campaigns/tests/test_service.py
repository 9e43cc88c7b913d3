import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect

import campaigns
from campaigns import service as contents
from campaigns.service import service
from contracts.messages import Event
from shared import migrating
from shared.database import Database
from shared.domain.lifecycle import Lifecycle
from shared.manifest import manifest_of
from shared.service import CommandHandler, Job, Reaction, Timer

ROOT = Path(campaigns.__file__).parent
NAME_OF = {id(thing): name for name, thing in vars(contents).items()}
ORDER = ["common", *(NAME_OF[id(feature)] for feature in service.features)]
LIFECYCLES = {each.lifecycle.name: each.lifecycle for each in service.subjects}
TAKING: list[CommandHandler[Any, Any] | Reaction | Timer | Job] = [
    *service.commands,
    *service.reactions,
    *service.timers,
    *service.jobs,
]
TAKEN = {step for each in TAKING for step in each.takes}


def imported(path: Path) -> Iterator[str]:
    """Name the folders of the service from which a module imports."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("campaigns."):
            yield str(node.module).split(".")[1]


@pytest.mark.parametrize("folder", ORDER)
def test_a_feature_uses_only_those_before_it(folder: str) -> None:
    allowed = set(ORDER[: ORDER.index(folder) + 1])
    wrong = {
        f"{path.relative_to(ROOT)} uses {used}"
        for path in (ROOT / folder).rglob("*.py")
        for used in imported(path)
        if used not in allowed
    }
    assert not wrong


def test_every_folder_is_a_feature_of_the_table_of_contents() -> None:
    folders = {each.name for each in ROOT.iterdir() if each.is_dir() and each.name != "__pycache__"}
    assert folders == {*ORDER, "migrations"}


@pytest.mark.parametrize("lifecycle", LIFECYCLES.values(), ids=list(LIFECYCLES))
def test_every_step_is_taken_by_an_act(lifecycle: Lifecycle) -> None:
    assert {lifecycle.rule(step) for step in lifecycle.steps} <= TAKEN


def test_every_act_takes_steps_that_exist() -> None:
    known = {each.rule(step) for each in LIFECYCLES.values() for step in each.steps}
    assert known >= TAKEN


def test_ids_tell_the_kind_of_each_subject() -> None:
    prefixes = [each.prefix for each in service.subjects]
    assert len(set(prefixes)) == len(prefixes)


def test_nobody_acts_without_a_name() -> None:
    manifest = manifest_of(service, date(2017, 6, 16))
    assert not [each.name for each in manifest.commands if each.public]
    assert not [each.name for each in (*manifest.commands, *manifest.queries) if not each.summary]


def test_what_it_hears_may_be_heard_again() -> None:
    assert service.replayable() == {"funds.drive_opened.v1", "critique.draft_promulgated.v1"}


@pytest.mark.parametrize("event", service.events, ids=lambda event: event.wire_type())
def test_no_event_names_a_person_or_a_household(event: type[Event]) -> None:
    assert event.vietnamese
    assert not {"list_number", "head_name", "name", "donor_name"} & set(event.model_fields)


def test_the_revisions_make_the_declared_tables_and_undo_them(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'campaigns.db'}")
    migrating.migrate(database, service)
    assert migrating.differences(database, service) is None
    migrating.downgrade(database, service)
    assert set(inspect(database.engine).get_table_names()).isdisjoint(service.tables.tables)
