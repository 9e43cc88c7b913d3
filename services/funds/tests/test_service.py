from datetime import date
from inspect import getmembers, isclass
from pathlib import Path
from types import ModuleType

import contracts.funds.donations
import contracts.funds.drives
import contracts.funds.pledges
from contracts.messages import Command, Event, Message, Query
from funds.donations import messages as of_donations
from funds.drives import messages as of_drives
from funds.ledger import messages as of_ledger
from funds.ledger.domain.accounts import CHART
from funds.pledges import messages as of_pledges
from funds.service import service
from shared.database import Database
from shared.manifest import manifest_of
from shared.migrating import differences, downgrade, migrate

MESSAGES = [of_drives, of_pledges, of_donations, of_ledger]
TOLD = [contracts.funds.drives, contracts.funds.pledges, contracts.funds.donations]


def defined(modules: list[ModuleType], kind: type[Message]) -> set[type[Message]]:
    """Return the messages of a kind that modules define themselves."""
    found = [each for module in modules for _, each in getmembers(module, isclass)]
    names = {module.__name__ for module in modules}
    return {each for each in found if issubclass(each, kind) and each.__module__ in names}


def test_every_message_is_served_and_every_event_told() -> None:
    assert {each.model for each in service.commands} == defined(MESSAGES, Command)
    assert {each.model for each in service.queries} == defined(MESSAGES, Query)
    assert set(service.events) == defined(TOLD, Event)


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
