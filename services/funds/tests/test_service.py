from datetime import date
from pathlib import Path

from contracts import catalogue
from funds.domain.accounts import CHART
from funds.service import service
from shared.announcing import manifest_of
from shared.database import Database
from shared.migrating import differences, downgrade, migrate


def test_every_message_of_the_contract_is_served() -> None:
    assert set(service.command_named) == {each.wire_name() for each in catalogue.commands("funds")}
    assert set(service.query_named) == {each.wire_name() for each in catalogue.queries("funds")}
    assert {each.wire_type() for each in service.events} == {
        each.wire_type() for each in catalogue.events("funds")
    }


def test_the_manifest_names_addresses_and_what_is_public() -> None:
    manifest = manifest_of(service, date(2017, 6, 16))
    assert {each.path for each in manifest.queries if each.public} == {"/drives", "/drives/{drive_id}"}
    assert not [each.name for each in manifest.commands if each.public]
    assert not [each.name for each in [*manifest.commands, *manifest.queries] if not each.summary]
    assert manifest.events_in == ["campaigns.campaign_launched.v1"]


def test_a_campaign_may_be_heard_again() -> None:
    assert service.replayable() == {"campaigns.campaign_launched.v1"}


def test_the_revisions_make_the_declared_tables_and_can_be_undone(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/funds.db")
    migrate(database, service)
    assert differences(database, service) is None
    downgrade(database, service)


def test_every_account_has_a_name_in_both_languages() -> None:
    assert [each.code for each in CHART.values() if not (each.name_vi and each.name_en)] == []
