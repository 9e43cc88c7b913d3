"""What may be asked of and about campaigns, and how it is answered."""

from typing import Annotated

from pydantic import Field

from campaigns.campaigns.domain.campaign import CampaignState
from contracts.campaigns.campaigns import CampaignCode, MovementCodes
from contracts.messages import Answer, Command, Page, Query, TextListQuery
from contracts.names import Named
from contracts.values import (
    BODY,
    CampaignId,
    ContentCode,
    ContentCodes,
    DriveId,
    EndDay,
    FundId,
    NameVi,
    StartDay,
    TargetVnd,
    UnitCode,
)

ALL_CONTENTS: list[ContentCode] = ["ND1", "ND2", "ND3", "ND4", "ND5"]
LaunchingBody = Annotated[str, BODY, Named("Cơ quan phát động", "Launching body")]


class LaunchCampaign(Command):
    """Launch a campaign in the Front body's own unit."""

    code: CampaignCode
    name_vi: NameVi = Field(max_length=200)
    unit_code: UnitCode
    start_on: StartDay
    end_on: EndDay = Field(description="Last day of the campaign")
    content_codes: ContentCodes = Field(default=ALL_CONTENTS, min_length=1)
    movement_codes: MovementCodes = Field(default=[], description="State movements that the campaign answers")


class CampaignStanding(Answer, vi="Tình trạng cuộc vận động"):
    """Where a campaign now stands."""

    campaign_id: CampaignId
    state: CampaignState


class CampaignById(Query):
    """One campaign."""

    campaign_id: CampaignId


class CampaignList(TextListQuery):
    """Campaigns that run in a year; `from` and `to` speak of the day of the launch."""

    state: CampaignState | None = None


class LinkedDrive(Answer, vi="Đợt vận động quỹ"):
    """A drive of a fund that supports the campaign."""

    drive_id: DriveId
    fund_id: FundId
    unit_code: UnitCode
    start_on: StartDay
    end_on: EndDay
    target_vnd: TargetVnd | None


class CampaignRecord(Answer, vi="Cuộc vận động"):
    """A campaign."""

    campaign_id: CampaignId
    code: CampaignCode
    name_vi: NameVi
    unit_code: UnitCode
    launching_body: LaunchingBody = Field(description="The body that launched it")
    start_on: StartDay
    end_on: EndDay
    content_codes: ContentCodes
    movement_codes: MovementCodes
    state: CampaignState = Field(description="`ended` after its last day")


class CampaignPage(Page[CampaignRecord], vi="Danh sách cuộc vận động"):
    """One page of campaigns."""


LinkedDrives = Annotated[list[LinkedDrive], Named("Các đợt vận động quỹ hỗ trợ", "Drives")]


class CampaignDetail(CampaignRecord, vi="Cuộc vận động và các đợt vận động quỹ"):
    """A campaign with the drives of funds that support it."""

    drives: LinkedDrives
