"""Who concludes a consultation and builds on it."""

from campaigns.consultations.domain.consultation import Consultation
from shared.work import Work


def chair_of(consultation: Consultation, work: Work) -> None:
    """Refuse whoever did not chair a consultation. Raises NotAllowed."""
    work.actor.require_body(consultation.chair_body, "chair-only")
