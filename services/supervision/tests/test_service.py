from datetime import date
from pathlib import Path

from sqlalchemy import inspect

from contracts import catalogue
from shared import migrating
from shared.announcing import manifest_of
from shared.database import Database
from supervision.service import service


def test_every_message_of_the_contract_is_served() -> None:
    assert set(service.command_named) == {each.wire_name() for each in catalogue.commands("supervision")}
    assert set(service.query_named) == {each.wire_name() for each in catalogue.queries("supervision")}
    assert set(service.events) == set(catalogue.events("supervision"))


def test_only_lists_are_open_to_everyone() -> None:
    manifest = manifest_of(service, date(2017, 6, 16))
    operations = [*manifest.commands, *manifest.queries]
    assert {each.path for each in operations if each.public} == {"/plans", "/recommendations", "/documents"}
    assert not [each.name for each in manifest.commands if each.public]
    assert not [each.name for each in operations if not each.summary]
    assert manifest.events_in == ["campaigns.guidance_issued.v1"]


def test_a_document_may_be_heard_again() -> None:
    assert service.replayable() == {"campaigns.guidance_issued.v1"}


def test_no_event_carries_the_words_of_the_parties() -> None:
    words = {"text", "reason", "remark", "note", "resolution", "legal_basis"}
    assert not [event for event in catalogue.events("supervision") if words & set(event.model_fields)]


def test_the_revisions_make_the_declared_tables_and_undo_them(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'supervision.db'}")
    migrating.migrate(database, service)
    assert migrating.differences(database, service) is None
    migrating.downgrade(database, service)
    assert set(inspect(database.engine).get_table_names()).isdisjoint(service.tables.tables)
