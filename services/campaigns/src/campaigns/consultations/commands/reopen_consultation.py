"""Re-opening a consultation."""

from campaigns.common.guards import leads_campaigns
from campaigns.consultations.domain.consultation import Consultation
from campaigns.consultations.guards import chair_of
from campaigns.consultations.messages import ConsultationStanding, ReopenConsultation
from campaigns.consultations.repository import Consultations
from contracts.campaigns.consultations import ConsultationReopened
from shared.service import command
from shared.work import Work


@command(
    ReopenConsultation,
    post="/consultations/{consultation_id}/reopen",
    may=leads_campaigns,
    vi="Mở lại hiệp thương",
    takes=["consultation:reopen"],
    checks=chair_of,
)
def reopen_consultation(wanted: ReopenConsultation, work: Work) -> ConsultationStanding:
    """Re-open a concluded consultation; its chair does, and nothing is proposed on it until the next minutes.

    Raises: NotAllowed (not its chair), NotFound, WrongStep, DayBeforeLastStep.
    """
    consultation = Consultations(work).get(wanted.consultation_id)
    chair_of(consultation, work)
    consultation.reopen(work.today, wanted.reason)
    work.emit(_event(consultation))
    return ConsultationStanding(consultation_id=consultation.id, state=consultation.state)


def _event(consultation: Consultation) -> ConsultationReopened:
    return ConsultationReopened(
        consultation_id=consultation.id,
        campaign_id=consultation.campaign_id,
        chair_body=consultation.chair_body,
        unit_code=consultation.unit_code,
        reopened_on=consultation.stands_since,
    )
