from datetime import date
from pathlib import Path

from contracts import catalogue
from reporting.service import service
from shared.announcing import manifest_of
from shared.database import Database
from shared.migrating import differences, downgrade, migrate

OPEN = {"duty_board", "duty_on_board", "duty_standings", "programme_list", "programme_by_id"}


def test_the_migrated_tables_are_the_declared_ones(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'reporting.db'}")
    migrate(database, service)
    assert differences(database, service) is None
    downgrade(database, service)


def test_every_contract_is_served() -> None:
    assert set(service.command_named) == {each.wire_name() for each in catalogue.commands("reporting")}
    assert set(service.query_named) == {each.wire_name() for each in catalogue.queries("reporting")}
    assert set(service.events) == set(catalogue.events("reporting"))


def test_what_is_open_to_everyone_is_what_shows_no_person() -> None:
    manifest = manifest_of(service, date(2017, 6, 16))
    operations = [*manifest.commands, *manifest.queries]
    assert {each.name for each in operations if each.public} == OPEN
    assert manifest.events_in == ["#"]
    assert [each.name for each in operations if not each.summary] == []
