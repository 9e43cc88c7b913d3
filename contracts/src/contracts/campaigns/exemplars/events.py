"""What the service tells the others: exemplars that were commended."""

from datetime import date

from pydantic import Field

from contracts.campaigns.exemplars.values import CommendationForm, ExemplarKind, Occasion
from contracts.campaigns.values import ContentCode
from contracts.messages import Event


class ExemplarCommended(Event, service="campaigns", subject="exemplar_id", unit="kdc_id"):
    """An exemplar received the commendation that was decided; the reference names nobody."""

    exemplar_id: str
    kdc_id: str
    subject_kind: ExemplarKind
    subject_ref: str = Field(description="Opaque reference")
    content_code: ContentCode
    form: CommendationForm
    occasion: Occasion
    decision_no: str
    criteria_version: str = Field(description="Number of the document whose criteria it met")
    awarded_on: date
