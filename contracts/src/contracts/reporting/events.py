"""What the reporting service tells the others."""

from datetime import date

from pydantic import Field

from contracts.messages import Event
from contracts.reporting.values import DutyStatus


class ProgrammeInForce(Event, service="reporting", subject="programme_id", unit="unit_code"):
    """A coordination programme came into force, since both parties had signed it."""

    programme_id: str
    number: str
    title: str
    basis: str
    signatories: list[str] = Field(description="The two parties")
    signed_on: date = Field(description="Day of the second signature, which is the document's date")
    unit_code: str


class DutyStatusChanged(Event, service="reporting", subject="standing_id"):
    """A body's standing with a duty changed for a year. It is itself evidence of nothing."""

    standing_id: str
    duty_id: str
    org: str = Field(description="The body")
    year: int
    from_status: DutyStatus
    to_status: DutyStatus
    evidence_count: int = Field(description="Events known so far")
    evidence_event_ids: list[str] = Field(description="The earliest of them, at most 100")
