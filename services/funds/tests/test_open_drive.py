from collections.abc import Callable
from datetime import date

import pytest

from contracts.campaigns.campaigns import CampaignLaunched
from contracts.errors import InvalidField, NotAllowed
from funds.drives.messages import DriveStanding, OpenDrive
from shared.authority import Actor, UnitOfAnotherLevel
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Wanted = Callable[..., OpenDrive]


def test_no_anonymous_caller_opens_a_drive(stage: Stage, wanted: Wanted) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(wanted(), by=None)


@pytest.mark.parametrize("agency", ["ubnd-tinh", "so-ldtbxh", "btt-mttq-tinh", "ub-mttq-tinh"])
def test_only_a_fund_board_opens_a_drive(stage: Stage, wanted: Wanted, agency: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(wanted(), by=actor(agency))
    assert refused.value.rule == "function:fund-board"


def test_a_board_opens_no_drive_below_its_level(stage: Stage, board: Actor, wanted: Wanted) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(wanted(unit_code="05467"), by=board)
    assert refused.value.rule == "own-unit:unit_code"


def test_a_commune_board_opens_no_drive_of_another_commune(stage: Stage, wanted: Wanted) -> None:
    with pytest.raises(NotAllowed):
        stage.act(wanted(unit_code="05470"), by=actor("ban-vd-quy-xa", "05467"))


def test_a_token_of_the_wrong_unit_is_of_no_use(stage: Stage, wanted: Wanted) -> None:
    astray = Actor(
        day=date(2017, 10, 17),
        user="usr_synthetic",
        agency="ban-vd-quy-tinh",
        unit="05467",
        side="front",
        level="T",
        column="mttq",
        per_unit=False,
        functions=frozenset({"fund-board"}),
    )
    with pytest.raises(UnitOfAnotherLevel):
        stage.act(wanted(unit_code="05467"), by=astray)


def test_a_drive_opens_and_the_others_are_told(stage: Stage, board: Actor, wanted: Wanted) -> None:
    opened = stage.act(wanted(), by=board)
    [envelope] = stage.envelopes
    assert opened.state == "open"
    assert envelope.type == "funds.drive_opened.v1"
    assert envelope.unit == "19"
    assert envelope.duty_ids == ("II.2a-a",)
    assert envelope.data == {
        "drive_id": opened.drive_id,
        "fund_id": opened.fund_id,
        "level": "T",
        "unit_code": "19",
        "campaign_id": None,
        "start_on": "2017-10-17",
        "end_on": "2017-11-18",
        "target_vnd": 5_000_000_000,
        "coordinating_bodies": [],
    }


def test_a_drive_that_starts_later_is_planned(stage: Stage, board: Actor, wanted: Wanted) -> None:
    assert stage.act(wanted(occurred_on=date(2017, 10, 1)), by=board).state == "planned"


def test_a_unit_has_one_fund_of_a_kind(
    stage: Stage, board: Actor, wanted: Wanted, drive: DriveStanding
) -> None:
    assert stage.act(wanted(name="Đợt hai"), by=board).fund_id == drive.fund_id
    assert stage.act(wanted(fund_kind="relief"), by=board).fund_id != drive.fund_id
    commune = stage.act(wanted(unit_code="05467"), by=actor("ban-vd-quy-xa", "05467"))
    assert commune.fund_id != drive.fund_id


@pytest.mark.parametrize(
    ("coordinators", "duties"),
    [
        (["so-tc"], ("II.2a-a", "II.2b-a")),
        (["so-ldtbxh"], ("II.2a-a", "II.2b-a", "III.1.1-c")),
        (["btt-mttq-tinh"], ("II.2a-a",)),
    ],
)
def test_coordination_is_evidence_of_the_coordinators_duties(
    stage: Stage, board: Actor, wanted: Wanted, coordinators: list[str], duties: tuple[str, ...]
) -> None:
    stage.act(wanted(coordinating_bodies=coordinators), by=board)
    assert stage.envelopes[-1].duty_ids == duties


def test_a_relief_drive_is_evidence_of_no_duty(stage: Stage, board: Actor, wanted: Wanted) -> None:
    stage.act(wanted(fund_kind="relief", coordinating_bodies=["so-ldtbxh"]), by=board)
    assert stage.envelopes[-1].duty_ids == ()


@pytest.mark.parametrize(
    ("changes", "field", "rule"),
    [
        ({"coordinating_bodies": ["ubnd-xa"]}, "coordinating_bodies", "same-level"),
        ({"coordinating_bodies": ["so-khong-co"]}, "coordinating_bodies", "agency-in-force"),
        ({"end_on": date(2017, 10, 16)}, "end_on", "not-before-start"),
        ({"campaign_id": "cmp_unheard"}, "campaign_id", "known-campaign"),
    ],
)
def test_what_is_wrong_is_named(
    stage: Stage, board: Actor, wanted: Wanted, changes: dict[str, object], field: str, rule: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(wanted(**changes), by=board)
    assert [(error.field, error.rule) for error in refused.value.fields] == [(field, rule)]
    assert stage.events == []


def test_a_drive_serves_a_campaign_that_was_heard_of(
    stage: Stage, board: Actor, wanted: Wanted, campaign: CampaignLaunched
) -> None:
    stage.hear(campaign)
    stage.hear(campaign)
    stage.act(wanted(campaign_id="cmp_1"), by=board)
    assert stage.envelopes[-1].data["campaign_id"] == "cmp_1"


def test_a_campaign_of_one_commune_covers_no_province(
    stage: Stage, board: Actor, wanted: Wanted, campaign: CampaignLaunched
) -> None:
    stage.hear(campaign.model_copy(update={"unit_code": "05467"}))
    with pytest.raises(InvalidField) as refused:
        stage.act(wanted(campaign_id="cmp_1"), by=board)
    assert refused.value.rule == "campaign-covers-unit"
