from collections.abc import Callable
from datetime import date

import pytest

from campaigns.store.store import CampaignStore
from contracts.campaigns.commands import AgreeResponsibility
from contracts.campaigns.queries import (
    AssignmentById,
    AssignmentList,
    CampaignById,
    CampaignList,
    ConsultationById,
    ConsultationList,
)
from contracts.errors import NotAllowed, NotFound
from contracts.funds.events import DriveOpened
from shared.authority import Actor
from shared.testing import Stage, actor

CampaignStage = Stage[CampaignStore]
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
        coord_orgs=["so-ldtbxh"],
    )


def test_the_public_sees_campaigns_of_a_unit_and_below(stage: CampaignStage, launched: Make) -> None:
    province, commune = launched(), launched(actor("ub-mttq-xa", "05467"))
    found = stage.ask(CampaignList(unit_code="164"))
    assert [each.campaign_id for each in found.items] == [commune]
    found = stage.ask(CampaignList(unit_code="19"))
    assert [each.campaign_id for each in found.items] == [province, commune]
    assert stage.ask(CampaignList(unit_code="05431")).items == []
    assert stage.ask(CampaignList(unit_code="99999")).items == []


def test_a_campaign_is_listed_in_the_years_in_which_it_runs(stage: CampaignStage, launched: Make) -> None:
    launched()
    years = [year for year in range(2016, 2023) if stage.ask(CampaignList(year=year)).items]
    assert years == [2017, 2018, 2019, 2020]


def test_lists_come_by_pages(stage: CampaignStage, launched: Make) -> None:
    made = [launched(code=f"TDDK-{number}") for number in range(3)]
    first = stage.ask(CampaignList(limit=2))
    second = stage.ask(CampaignList(limit=2, cursor=first.next_cursor))
    assert [each.campaign_id for each in first.items + second.items] == made
    assert second.next_cursor is None


def test_a_drive_is_linked_to_its_campaign_once(stage: CampaignStage, launched: Make) -> None:
    campaign_id = launched()
    for _ in range(2):
        stage.hear(drive(campaign_id))
    stage.hear(drive(None, "drv_2"))
    shown = stage.ask(CampaignById(campaign_id=campaign_id))
    assert [(each.drive_id, each.target_vnd) for each in shown.drives] == [("drv_1", 1_000_000_000)]


def test_a_drive_of_an_unknown_campaign_is_set_aside(stage: CampaignStage) -> None:
    with pytest.raises(NotFound):
        stage.hear(drive("cmp_none"))


def test_consultations_and_responsibilities_are_not_public(stage: CampaignStage, proposed: Make) -> None:
    assignment_id = proposed()
    for asked in (
        ConsultationById(consultation_id="con_1"),
        ConsultationList(),
        AssignmentById(assignment_id=assignment_id),
        AssignmentList(),
    ):
        with pytest.raises(NotAllowed):
            stage.ask(asked)


def test_responsibilities_are_found_by_assignee_and_state(
    stage: CampaignStage, proposed: Make, consulted: Make, member: Actor
) -> None:
    consultation_id = consulted(code="CVD-2")
    agreed = proposed()
    waiting = proposed(consultation_id=consultation_id, assignee="hnd-tinh")
    stage.act(AgreeResponsibility(assignment_id=agreed), by=member)

    def ids(**filters: object) -> list[str]:
        asked = AssignmentList.model_validate(filters)
        return [each.assignment_id for each in stage.ask(asked, by=member).items]

    assert ids(assignee="hlhpn-tinh") == [agreed]
    assert ids(state="proposed") == [waiting]
    assert ids(year=2017, unit_code="19") == [agreed, waiting]
    assert ids(year=2018) == []


def test_consultations_are_found_by_unit_and_year(
    stage: CampaignStage, consulted: Make, member: Actor
) -> None:
    consultation_id = consulted()
    found = stage.ask(ConsultationList(unit_code="19", year=2017), by=member)
    assert [each.consultation_id for each in found.items] == [consultation_id]
    assert stage.ask(ConsultationList(unit_code="05467"), by=member).items == []
