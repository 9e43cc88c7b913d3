"""The activities of a plan: what, where, when, who leads and who coordinates."""

from dataclasses import dataclass
from datetime import date

from pydantic import Field

from campaigns.common.domain.places import inside
from campaigns.common.domain.values import LeadBody, Title
from contracts.errors import InvalidField
from contracts.messages import Message
from contracts.reference import Body
from contracts.values import ContentCode, ContentCodes, CoordinatingBodies, EndDay, StartDay, UnitCode


class PlannedActivity(Message, vi="Hoạt động lồng ghép"):
    """One activity of a plan: what, where, when, who leads and who coordinates."""

    title: Title
    content_codes: ContentCodes = Field(min_length=1)
    unit_code: UnitCode = Field(description="The unit or residential area in which it takes place")
    lead_body: LeadBody
    coordinating_bodies: CoordinatingBodies = Field(default=[], max_length=50)
    start_on: StartDay
    end_on: EndDay = Field(description="Last day")


@dataclass(eq=False)
class Activity:
    """One activity of a plan; `path` is its unit or area and all above it."""

    id: str
    plan_id: str
    title: str
    content_codes: list[ContentCode]
    unit_code: str
    path: str
    lead_body: str
    coordinating_bodies: list[str]
    start_on: date
    end_on: date


def require_order(start_on: date, end_on: date, field: str) -> None:
    """Refuse what ends before it begins. Raises InvalidField."""
    if end_on < start_on:
        raise InvalidField(
            field, "not-before-start", "Không được kết thúc trước khi bắt đầu", "It ends before it begins"
        )


def require_parties(planned: PlannedActivity, on: date, field: str) -> None:
    """Refuse who leads outside of its own unit, and bodies named twice. Raises InvalidField."""
    lead = Body.on(planned.lead_body, on, f"{field}.lead_body")
    if lead.unit_code and not inside(planned.unit_code, lead.unit_code, on):
        raise refused(
            "leads-in-own-unit",
            f"{field}.lead_body",
            f"{lead.called.vi} không chủ trì ngoài địa bàn của mình",
            f"{lead.called.en} does not lead outside of its own unit",
        )
    for index, body in enumerate(planned.coordinating_bodies):
        Body.on(body, on, f"{field}.coordinating_bodies.{index}")
    if len({planned.lead_body, *planned.coordinating_bodies}) != len(planned.coordinating_bodies) + 1:
        raise refused(
            "distinct",
            f"{field}.coordinating_bodies",
            "Mỗi cơ quan chỉ nêu một lần; cơ quan chủ trì không đồng thời phối hợp",
            "Each body is named once, and the one that leads does not coordinate too",
        )


def refused(rule: str, field: str, vi: str, en: str) -> InvalidField:
    """Return the refusal of one field of one activity."""
    return InvalidField(field, rule, vi, en)
