from datetime import date
from inspect import getmembers, isclass
from pathlib import Path
from types import ModuleType

import pytest

import contracts.critique.drafts
import contracts.critique.opinions
from contracts.messages import Command, Event, Message, Query
from critique.drafts import messages as of_drafts
from critique.opinions import messages as of_opinions
from critique.service import service
from shared.database import Database
from shared.manifest import manifest_of
from shared.migrating import differences, downgrade, migrate

MESSAGES = [of_drafts, of_opinions]
TOLD = [contracts.critique.drafts, contracts.critique.opinions]


def defined(modules: list[ModuleType], kind: type[Message]) -> set[type[Message]]:
    """Return the messages of a kind that modules define themselves."""
    found = [each for module in modules for _, each in getmembers(module, isclass)]
    names = {module.__name__ for module in modules}
    return {each for each in found if issubclass(each, kind) and each.__module__ in names}


def test_every_message_is_served_and_every_event_told() -> None:
    assert {each.model for each in service.commands} == defined(MESSAGES, Command)
    assert {each.model for each in service.queries} == defined(MESSAGES, Query)
    assert set(service.events) == defined(TOLD, Event)


def test_what_is_open_to_everyone_shows_no_dossier() -> None:
    manifest = manifest_of(service, date(2017, 6, 16))
    operations = [*manifest.commands, *manifest.queries]
    assert {each.path for each in operations if each.public} == {"/drafts", "/opinions/{critique_id}"}
    assert not [each.name for each in manifest.commands if each.public]
    assert not [each.name for each in operations if not each.summary]
    assert manifest.events_in == ["supervision.plan_agreed.v1"]


def test_a_plan_may_be_replayed() -> None:
    assert service.replayable() == {"supervision.plan_agreed.v1"}


def test_the_revisions_make_the_declared_tables_and_can_be_undone(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/critique.db")
    migrate(database, service)
    assert differences(database, service) is None
    downgrade(database, service)


@pytest.mark.parametrize("event", service.events)
def test_no_event_carries_the_words_of_a_critique(event: type[Event]) -> None:
    words = {"remark", "evaluation", "recommendation", "explanation", "note", "evidence", "return_reason"}
    assert not words & set(event.model_fields)
