from collections.abc import Callable
from datetime import date

import pytest

from campaigns.campaigns.messages import CampaignById, CampaignList
from contracts.errors import InvalidField, NotFound
from contracts.funds.drives import DriveOpened
from shared.testing import Stage, actor

Make = Callable[..., str]


def drive(campaign_id: str | None, drive_id: str = "drv_1") -> DriveOpened:
    return DriveOpened(
        drive_id=drive_id,
        fund_id="fnd_1",
        level="T",
        unit_code="19",
        campaign_id=campaign_id,
        start_on=date(2017, 10, 17),
        end_on=date(2017, 11, 18),
        target_vnd=1_000_000_000,
        coordinating_bodies=["so-ldtbxh"],
    )


def test_the_public_sees_campaigns_of_a_unit_and_below(stage: Stage, launched: Make) -> None:
    province, commune = launched(), launched(actor("ub-mttq-xa", "05467"))
    found = stage.ask(CampaignList(unit="164"))
    assert [each.campaign_id for each in found.items] == [commune]
    found = stage.ask(CampaignList(unit="19"))
    assert [each.campaign_id for each in found.items] == [province, commune]
    assert stage.ask(CampaignList(unit="05431")).items == []
    with pytest.raises(InvalidField) as refused:
        stage.ask(CampaignList(unit="99999"))
    assert [(each.field, each.rule) for each in refused.value.fields] == [("unit", "known-unit")]


def test_a_campaign_is_listed_in_the_years_in_which_it_runs(stage: Stage, launched: Make) -> None:
    launched()
    years = [year for year in range(2016, 2023) if stage.ask(CampaignList(year=year)).items]
    assert years == [2017, 2018, 2019, 2020]


def test_lists_come_by_pages(stage: Stage, launched: Make) -> None:
    made = [launched(code=f"TDDK-{number}") for number in range(3)]
    first = stage.ask(CampaignList(limit=2))
    second = stage.ask(CampaignList(limit=2, cursor=first.next_cursor))
    assert [each.campaign_id for each in first.items + second.items] == made
    assert second.next_cursor is None


def test_a_drive_is_linked_to_its_campaign_once(stage: Stage, launched: Make) -> None:
    campaign_id = launched()
    for _ in range(2):
        stage.hear(drive(campaign_id))
    stage.hear(drive(None, "drv_2"))
    shown = stage.ask(CampaignById(campaign_id=campaign_id))
    assert [(each.drive_id, each.target_vnd) for each in shown.drives] == [("drv_1", 1_000_000_000)]


def test_a_drive_of_an_unknown_campaign_is_set_aside(stage: Stage) -> None:
    with pytest.raises(NotFound):
        stage.hear(drive("cmp_none"))


def test_a_campaign_ends_by_its_last_day(stage: Stage, launched: Make) -> None:
    campaign_id = launched()
    states = [
        stage.ask(CampaignById(campaign_id=campaign_id), on=on).state
        for on in (date(2020, 12, 31), date(2021, 1, 1))
    ]
    assert states == ["launched", "ended"]
    assert stage.ask(CampaignList(state="ended"), on=date(2020, 12, 31)).items == []
    assert len(stage.ask(CampaignList(state="ended"), on=date(2021, 1, 1)).items) == 1


def test_a_campaign_is_found_by_words_with_and_without_marks(stage: Stage, launched: Make) -> None:
    launched()
    assert len(stage.ask(CampaignList(text="đoàn kết")).items) == 1
    assert len(stage.ask(CampaignList(text="DOAN KET tddk")).items) == 1
    assert stage.ask(CampaignList(text="mặt trời")).items == []
