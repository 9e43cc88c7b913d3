"""Concluding a consultation by its minutes."""

from campaigns.domain.bodies import STANDING
from campaigns.domain.consultation import DUTIES_OF_THE_BOARD, Consultation, duties_of_conclusion
from campaigns.guards import leads_campaigns
from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.commands import ConcludeConsultation, ConsultationStanding
from contracts.campaigns.events import ConsultationConcluded
from shared.service import command
from shared.work import Work


@command(
    ConcludeConsultation,
    post="/consultations/{consultation_id}/conclude",
    may=leads_campaigns,
    duties=DUTIES_OF_THE_BOARD,
)
def conclude_consultation(wanted: ConcludeConsultation, work: Work[CampaignStore]) -> ConsultationStanding:
    """Conclude a consultation, once its minutes exist.

    Duties II.1a-a and III.2a-b where the province's standing board chaired it.
    Raises: NotAllowed (not its chair), NotFound, WrongStep, InvalidField.
    """
    consultation = work.store.consultation(wanted.consultation_id)
    consultation.require_chair(work.actor.body)
    consultation.conclude(wanted.minutes_ref, work.today)
    note(work, consultation.id, "conclude_consultation", consultation.state)
    duties = duties_of_conclusion(by_standing_board=STANDING in work.actor.functions)
    work.emit(_event(consultation, wanted, work), duties=duties)
    return ConsultationStanding(consultation_id=consultation.id, state=consultation.state)


def _event(
    consultation: Consultation, wanted: ConcludeConsultation, work: Work[CampaignStore]
) -> ConsultationConcluded:
    return ConsultationConcluded(
        consultation_id=consultation.id,
        campaign_id=consultation.campaign_id,
        chair_org=consultation.chair_org,
        participants=consultation.participants,
        topics=consultation.topics,
        minutes_ref=wanted.minutes_ref,
        concluded_on=work.today,
        unit_code=consultation.unit_code,
    )
