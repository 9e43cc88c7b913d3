from datetime import date
from pathlib import Path

from contracts import catalogue
from critique.service import service
from shared.announcing import manifest_of
from shared.database import Database
from shared.migrating import differences, downgrade, migrate


def test_every_message_of_the_contract_is_served() -> None:
    assert set(service.command_named) == {each.wire_name() for each in catalogue.commands("critique")}
    assert set(service.query_named) == {each.wire_name() for each in catalogue.queries("critique")}
    assert set(service.events) == set(catalogue.events("critique"))


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


def test_no_event_carries_the_words_of_a_critique() -> None:
    words = {"remark", "evaluation", "recommendation", "explanation", "note", "evidence", "return_reason"}
    assert not [event for event in catalogue.events("critique") if words & set(event.model_fields)]
