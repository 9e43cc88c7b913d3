"""What the supervision service tells of plans, and the values that this carries."""

from typing import Annotated

from contracts.messages import Event
from contracts.names import Named
from contracts.values import (
    AgencyLevel,
    AnyTopics,
    BodyName,
    ChairBody,
    IssuedOn,
    PlanId,
    UnitCode,
    Year,
)

ConsultedBodies = Annotated[list[BodyName], Named("Cơ quan được lấy ý kiến", "Consulted bodies")]


class PlanAgreed(
    Event,
    service="supervision",
    subject="plan_id",
    unit="unit_code",
    vi="Đã thống nhất kế hoạch giám sát",
):
    """The supervision plan of a unit for a year was agreed with all who were consulted."""

    plan_id: PlanId
    year: Year
    level: AgencyLevel
    chair_body: ChairBody
    unit_code: UnitCode
    topics: AnyTopics
    consulted_bodies: ConsultedBodies
    issued_on: IssuedOn
