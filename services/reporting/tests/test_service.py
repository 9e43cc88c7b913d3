from datetime import date
from inspect import getmembers, isclass
from pathlib import Path
from types import ModuleType

import contracts.reporting.duty_board
import contracts.reporting.programmes
from contracts.messages import Command, Event, Message, Query
from reporting.duty_board import messages as of_duty_board
from reporting.programmes import messages as of_programmes
from reporting.service import service
from shared.database import Database
from shared.manifest import manifest_of
from shared.migrating import differences, downgrade, migrate

MESSAGES = [of_programmes, of_duty_board]
TOLD = [contracts.reporting.programmes, contracts.reporting.duty_board]
OPEN = {"duty_board", "duty_on_board", "duty_standings", "programme_list", "programme_by_id"}


def defined(modules: list[ModuleType], kind: type[Message]) -> set[type[Message]]:
    """Return the messages of a kind that modules define themselves."""
    found = [each for module in modules for _, each in getmembers(module, isclass)]
    names = {module.__name__ for module in modules}
    return {each for each in found if issubclass(each, kind) and each.__module__ in names}


def test_the_migrated_tables_are_the_declared_ones(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'reporting.db'}")
    migrate(database, service)
    assert differences(database, service) is None
    downgrade(database, service)


def test_every_message_is_served_and_every_event_told() -> None:
    assert {each.model for each in service.commands} == defined(MESSAGES, Command)
    assert {each.model for each in service.queries} == defined(MESSAGES, Query)
    assert set(service.events) == defined(TOLD, Event)


def test_what_is_open_to_everyone_is_what_shows_no_person() -> None:
    manifest = manifest_of(service, date(2017, 6, 16))
    operations = [*manifest.commands, *manifest.queries]
    assert {each.name for each in operations if each.public} == OPEN
    assert manifest.events_in == ["#"]
    assert [each.name for each in operations if not each.summary] == []
