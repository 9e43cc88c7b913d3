from datetime import date
from inspect import getmembers, isclass
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import inspect

import contracts.supervision.plans
import contracts.supervision.recommendations
from contracts.messages import Command, Event, Message, Query
from shared import migrating
from shared.database import Database
from shared.manifest import manifest_of
from supervision.documents import messages as of_documents
from supervision.plans import messages as of_plans
from supervision.recommendations import messages as of_recommendations
from supervision.service import service

MESSAGES = [of_documents, of_plans, of_recommendations]
TOLD = [contracts.supervision.plans, contracts.supervision.recommendations]


def defined(modules: list[ModuleType], kind: type[Message]) -> set[type[Message]]:
    """Return the messages of a kind that modules define themselves."""
    found = [each for module in modules for _, each in getmembers(module, isclass)]
    names = {module.__name__ for module in modules}
    return {each for each in found if issubclass(each, kind) and each.__module__ in names}


def test_every_message_is_served_and_every_event_told() -> None:
    assert {each.model for each in service.commands} == defined(MESSAGES, Command)
    assert {each.model for each in service.queries} == defined(MESSAGES, Query)
    assert set(service.events) == defined(TOLD, Event)


def test_only_lists_are_open_to_everyone() -> None:
    manifest = manifest_of(service, date(2017, 6, 16))
    operations = [*manifest.commands, *manifest.queries]
    assert {each.path for each in operations if each.public} == {"/plans", "/recommendations", "/documents"}
    assert not [each.name for each in manifest.commands if each.public]
    assert not [each.name for each in operations if not each.summary]
    assert manifest.events_in == ["campaigns.guidance_issued.v1"]


def test_a_document_may_be_heard_again() -> None:
    assert service.replayable() == {"campaigns.guidance_issued.v1"}


@pytest.mark.parametrize("event", service.events)
def test_no_event_carries_the_words_of_the_parties(event: type[Event]) -> None:
    words = {"text", "reason", "remark", "note", "resolution", "legal_basis"}
    assert not words & set(event.model_fields)


def test_the_revisions_make_the_declared_tables_and_undo_them(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'supervision.db'}")
    migrating.migrate(database, service)
    assert migrating.differences(database, service) is None
    migrating.downgrade(database, service)
    assert set(inspect(database.engine).get_table_names()).isdisjoint(service.tables.tables)
