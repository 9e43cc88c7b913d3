"""What the service tells the others: outreach that was held."""

from datetime import date

from pydantic import Field

from contracts.campaigns.outreach.values import LinkedProgramme, OutreachKind
from contracts.messages import Event


class OutreachHeld(Event, service="campaigns", subject="outreach_id", unit="unit_code"):
    """A meeting, training, talk or visit among people was held."""

    outreach_id: str
    kind: OutreachKind
    linked_programme: LinkedProgramme | None
    unit_code: str
    holder_org: str
    members: list[str] = Field(description="Bodies that took part in holding it")
    participants: int = Field(description="Persons")
    enrolled: int | None = Field(description="Persons newly enrolled in health insurance")
    duration: int = Field(description="Minutes")
    held_on: date
