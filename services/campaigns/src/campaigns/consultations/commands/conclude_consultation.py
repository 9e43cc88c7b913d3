"""Concluding a consultation by its minutes."""

from campaigns.common.domain.front import STANDING
from campaigns.common.guards import leads_campaigns
from campaigns.consultations.domain.consultation import (
    DUTIES_OF_THE_BOARD,
    Consultation,
    duties_of_conclusion,
)
from campaigns.consultations.guards import chair_of
from campaigns.consultations.messages import ConcludeConsultation, ConsultationStanding
from campaigns.consultations.repository import Consultations
from contracts.campaigns.consultations import ConsultationConcluded
from shared.service import command
from shared.work import Work


@command(
    ConcludeConsultation,
    post="/consultations/{consultation_id}/conclude",
    may=leads_campaigns,
    vi="Kết luận hiệp thương",
    duties=DUTIES_OF_THE_BOARD,
    takes=["consultation:conclude"],
    checks=chair_of,
)
def conclude_consultation(wanted: ConcludeConsultation, work: Work) -> ConsultationStanding:
    """Conclude a consultation, once its minutes exist.

    Duties II.1a-a and III.2a-b where the province's standing board chaired it.
    Raises: NotAllowed (not its chair), NotFound, WrongStep, DayBeforeLastStep.
    """
    consultation = Consultations(work).get(wanted.consultation_id)
    chair_of(consultation, work)
    consultation.conclude(wanted.minutes_ref, work.today)
    duties = duties_of_conclusion(by_standing_board=STANDING in work.actor.functions)
    work.emit(_event(consultation, wanted, work), duties=duties)
    return ConsultationStanding(consultation_id=consultation.id, state=consultation.state)


def _event(consultation: Consultation, wanted: ConcludeConsultation, work: Work) -> ConsultationConcluded:
    return ConsultationConcluded(
        consultation_id=consultation.id,
        campaign_id=consultation.campaign_id,
        chair_body=consultation.chair_body,
        participant_bodies=consultation.participant_bodies,
        topics=consultation.topics,
        minutes_ref=wanted.minutes_ref,
        concluded_on=work.today,
        unit_code=consultation.unit_code,
    )
