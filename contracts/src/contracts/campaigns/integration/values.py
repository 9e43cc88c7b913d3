"""The small vocabularies of integration plans, and their activities."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from contracts.campaigns.values import BodyCode, ContentCode, UnitCode
from contracts.messages import Message

PlanPurpose = Literal["integration", "quality"]
PlanState = Literal["advised", "returned", "approved"]
Title = Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S")]


class PlannedActivity(Message):
    """One activity of a plan: what, where, when, who leads and who coordinates."""

    title: Title
    content_codes: list[ContentCode] = Field(min_length=1)
    unit_code: UnitCode = Field(description="The unit or residential area in which it takes place")
    lead_org: BodyCode
    coord_orgs: list[BodyCode] = Field(default=[], max_length=50)
    start_on: date
    end_on: date = Field(description="Last day")
