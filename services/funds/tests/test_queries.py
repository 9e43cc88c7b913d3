from collections.abc import Callable
from datetime import date

import pytest

from contracts.campaigns.campaigns import CampaignLaunched
from contracts.errors import InvalidField, NotAllowed, NotFound
from contracts.messages import Query
from funds.donations.messages import DriveBalance, Receipt, ReceiptIssued, Receipts
from funds.drives.messages import Drives, DriveStanding, OpenDrive
from funds.ledger.messages import FundLedger, TrialBalance
from funds.pledges.messages import Pledges, RegisterPledge
from shared.authority import Actor
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Give = Callable[..., ReceiptIssued]
Wanted = Callable[..., OpenDrive]


def private_queries(drive: DriveStanding, given: ReceiptIssued) -> list[Query]:
    return [
        Receipt(donation_id=given.donation_id),
        Receipts(drive_id=drive.drive_id),
        Pledges(drive_id=drive.drive_id),
        FundLedger(fund_id=drive.fund_id),
        TrialBalance(fund_id=drive.fund_id),
    ]


@pytest.mark.parametrize(
    "asker", [None, ("ubnd-tinh", "19"), ("btt-mttq-tinh", "19"), ("ban-vd-quy-xa", "05467")]
)
def test_only_the_own_board_sees_names_and_books(
    stage: Stage, drive: DriveStanding, give: Give, asker: tuple[str, str] | None
) -> None:
    by, refusal = (actor(*asker), NotAllowed) if asker else (None, NotAuthenticated)
    for asked in private_queries(drive, give()):
        with pytest.raises(refusal):
            stage.ask(asked, by=by)


def test_the_board_sees_names(stage: Stage, board: Actor, drive: DriveStanding, give: Give) -> None:
    given = give()
    shown = stage.ask(Receipt(donation_id=given.donation_id), by=board)
    assert (shown.donor_name, shown.donor_id) == ("Công ty Giả lập A", given.donor_id)
    assert stage.ask(Receipts(drive_id=drive.drive_id), by=board).items == [shown]


def test_the_public_sees_exact_totals_and_no_name(stage: Stage, drive: DriveStanding, give: Give) -> None:
    give(amount_vnd=1)
    give(donor_kind="household", donor_name="Hộ Giả lập G", kind="cash", amount_vnd=30_000)
    give(donor_kind="household", donor_name="Hộ Giả lập H", kind="cash", amount_vnd=10_000)
    balance = stage.ask(DriveBalance(drive_id=drive.drive_id), by=None)
    assert (balance.target_vnd, balance.received_vnd, balance.donations) == (5_000_000_000, 40_001, 3)
    assert [(each.donor_kind, each.received_vnd, each.donations) for each in balance.by_donor_kind] == [
        ("enterprise", 1, 1),
        ("household", 40_000, 2),
    ]
    assert "Giả lập" not in balance.model_dump_json()


def test_a_drive_without_donations_has_zero_totals(stage: Stage, drive: DriveStanding) -> None:
    balance = stage.ask(DriveBalance(drive_id=drive.drive_id))
    assert (balance.received_vnd, balance.donations, balance.pledged_vnd, balance.pledges) == (0, 0, 0, 0)
    assert balance.by_donor_kind == []


def test_an_unknown_drive_is_not_found(stage: Stage) -> None:
    with pytest.raises(NotFound):
        stage.ask(DriveBalance(drive_id="drv_none"))


def test_drives_are_found_by_unit_and_all_below(stage: Stage, board: Actor, wanted: Wanted) -> None:
    province = stage.act(wanted(), by=board).drive_id
    commune = stage.act(wanted(unit_code="05467"), by=actor("ban-vd-quy-xa", "05467")).drive_id

    def found(**filters: object) -> list[str]:
        return [each.drive_id for each in stage.ask(Drives.model_validate(filters)).items]

    assert found() == found(unit="19") == [province, commune]
    assert found(unit="164") == found(unit="05467") == [commune]
    assert found(unit="05470") == []


@pytest.mark.parametrize("unit", ["46", "%%"])
def test_a_unit_that_nobody_knows_is_refused_by_its_rule(stage: Stage, unit: str) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.ask(Drives(unit=unit))
    assert [(each.field, each.rule) for each in refused.value.fields] == [("unit", "known-unit")]


def test_drives_are_found_by_year_kind_and_campaign(
    stage: Stage, board: Actor, wanted: Wanted, campaign: CampaignLaunched
) -> None:
    stage.hear(campaign)
    turn = stage.act(wanted(end_on=date(2018, 1, 5), campaign_id="cmp_1"), by=board).drive_id
    relief = stage.act(wanted(fund_kind="relief"), by=board).drive_id

    def found(**filters: object) -> list[str]:
        return [each.drive_id for each in stage.ask(Drives.model_validate(filters)).items]

    assert found(year=2017) == [turn, relief]
    assert found(year=2018) == [turn]
    assert found(year=2016) == []
    assert found(fund_kind="relief") == [relief]
    assert found(campaign_id="cmp_1") == [turn]


def test_drives_are_found_by_their_words_day_and_state_of_today(
    stage: Stage, board: Actor, wanted: Wanted
) -> None:
    month = stage.act(wanted(), by=board).drive_id
    storm = stage.act(wanted(name="Ủng hộ đồng bào bão lụt", start_on=date(2017, 11, 1)), by=board).drive_id

    def found(on: date = date(2017, 10, 20), **filters: object) -> list[str]:
        return [each.drive_id for each in stage.ask(Drives.model_validate(filters), on=on).items]

    assert found(text="bao lut") == found(text="BÃO") == [storm]
    assert found(from_=date(2017, 10, 18)) == [storm]
    assert found(to=date(2017, 10, 18)) == [month]
    assert (found(state="planned"), found(state="open")) == ([storm], [month])
    assert found(on=date(2017, 11, 1), state="open") == [month, storm]


def test_the_board_finds_receipts_by_the_donors_name(
    stage: Stage, board: Actor, drive: DriveStanding, give: Give
) -> None:
    give()
    given = give(donor_kind="household", donor_name="Hộ Nguyễn Đức Giả lập", kind="cash")
    for text in ("nguyen duc", "Đức"):
        found = stage.ask(Receipts(drive_id=drive.drive_id, text=text), by=board).items
        assert [each.donation_id for each in found] == [given.donation_id]


def test_lists_come_by_pages(stage: Stage, board: Actor, drive: DriveStanding, give: Give) -> None:
    given = [give().donation_id for _ in range(3)]
    first = stage.ask(Receipts(drive_id=drive.drive_id, limit=2), by=board)
    rest = stage.ask(Receipts(drive_id=drive.drive_id, limit=2, cursor=first.next_cursor), by=board)
    assert [each.donation_id for each in [*first.items, *rest.items]] == given
    assert rest.next_cursor is None


def test_pledges_are_found_by_state(stage: Stage, board: Actor, drive: DriveStanding, give: Give) -> None:
    promise = RegisterPledge(
        drive_id=drive.drive_id,
        donor_kind="enterprise",
        donor_name="Công ty Giả lập I",
        amount_vnd=10,
        due_on=date(2017, 12, 31),
        occurred_on=date(2017, 10, 17),
    )
    untouched, partly, fulfilled = [stage.act(promise, by=board).pledge_id for _ in range(3)]
    give(pledge_id=partly, amount_vnd=4)
    give(pledge_id=fulfilled, amount_vnd=10)
    for state, expected in {
        "registered": untouched,
        "partly_received": partly,
        "fulfilled": fulfilled,
    }.items():
        asked = Pledges.model_validate({"drive_id": drive.drive_id, "state": state})
        [shown] = stage.ask(asked, by=board).items
        assert (shown.pledge_id, shown.state, shown.donor_name) == (expected, state, "Công ty Giả lập I")
    assert len(stage.ask(Pledges(drive_id=drive.drive_id), by=board).items) == 3


def test_the_books_are_shown_by_year_and_day(
    stage: Stage, board: Actor, drive: DriveStanding, give: Give
) -> None:
    give(amount_vnd=1, occurred_on=date(2017, 12, 31))
    give(amount_vnd=2, occurred_on=date(2018, 1, 1))
    [entry] = stage.ask(FundLedger(fund_id=drive.fund_id, year=2018), by=board).items
    assert (entry.posted_on, entry.lines[0].amount_vnd) == (date(2018, 1, 1), 2)
    sheet = stage.ask(TrialBalance(fund_id=drive.fund_id, as_of=date(2017, 12, 31)), by=board)
    assert (sheet.debit_vnd, sheet.credit_vnd) == (1, 1)


def test_a_ledger_is_found_by_period_and_place(
    stage: Stage, board: Actor, drive: DriveStanding, give: Give
) -> None:
    give(amount_vnd=1, occurred_on=date(2017, 12, 31))
    give(amount_vnd=2, occurred_on=date(2018, 1, 1))

    def found(**filters: object) -> int:
        asked = FundLedger.model_validate({"fund_id": drive.fund_id, **filters})
        return len(stage.ask(asked, by=board).items)

    assert (found(), found(unit="19"), found(unit="164")) == (2, 2, 0)
    assert (found(to=date(2017, 12, 31)), found(**{"from": date(2018, 1, 2)})) == (1, 0)
    with pytest.raises(InvalidField) as refused:
        found(unit="99999")
    assert [(each.field, each.rule) for each in refused.value.fields] == [("unit", "known-unit")]
