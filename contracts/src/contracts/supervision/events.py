"""What the supervision service tells the others."""

from datetime import date

from pydantic import Field

from contracts.messages import Event
from contracts.supervision.values import Outcome


class PlanAgreed(Event, service="supervision", subject="plan_id", unit="unit_code"):
    """The supervision plan of a unit for a year was agreed with all who were consulted."""

    plan_id: str
    year: int
    level: str
    chair_org: str
    unit_code: str
    topics: list[str] = Field(description="Codes of topics; a consumer takes those it does not know")
    consulted_orgs: list[str]
    issued_on: date


class RecommendationSent(Event, service="supervision", subject="recommendation_id", unit="unit_code"):
    """A recommendation was sent; its text stays with the two parties."""

    recommendation_id: str
    plan_id: str
    topic: str
    sender_org: str
    addressee_org: str
    unit_code: str
    doc_number: str
    sent_on: date
    due_on: date


class RecommendationAcknowledged(Event, service="supervision", subject="recommendation_id", unit="unit_code"):
    """The addressee confirmed that it received a recommendation."""

    recommendation_id: str
    addressee_org: str
    unit_code: str
    acknowledged_on: date


class RecommendationAnswered(Event, service="supervision", subject="recommendation_id", unit="unit_code"):
    """A recommendation was answered; the reason stays with the two parties."""

    recommendation_id: str
    addressee_org: str
    unit_code: str
    outcome: Outcome
    doc_number: str
    answered_on: date
    on_time: bool = Field(description="Whether the answer came by its due day")
