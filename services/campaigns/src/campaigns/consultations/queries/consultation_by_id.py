"""One consultation, for those who are signed in."""

from campaigns.common.record import record
from campaigns.consultations.messages import ConsultationById, ConsultationRecord
from campaigns.consultations.repository import Consultations
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(ConsultationById, get="/consultations/{consultation_id}", may=signed_in, vi="Cuộc hiệp thương")
def consultation_by_id(asked: ConsultationById, work: Work) -> ConsultationRecord:
    """Show a consultation with its participants and the number of its minutes. Raises NotFound."""
    consultation = Consultations(work).get(asked.consultation_id)
    return record(ConsultationRecord, consultation, consultation_id=consultation.id)
