"""What the campaigns service tells the others about guiding documents after their issue."""

from datetime import date

from contracts.campaigns.values import GuidanceKind
from contracts.messages import Event


class GuidanceWithdrawn(Event, service="campaigns", subject="guidance_id", unit="unit_code"):
    """A document was withdrawn without another in its place."""

    guidance_id: str
    kind: GuidanceKind
    doc_number: str
    issuer_org: str
    decision_no: str
    withdrawn_on: date
    unit_code: str
