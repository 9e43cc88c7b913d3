"""Consulting the members of the Front."""

from campaigns.campaigns.repository import Campaigns
from campaigns.common.domain.lists import distinct
from campaigns.common.guards import leads_campaigns
from campaigns.consultations.domain.consultation import Consultation, require_members
from campaigns.consultations.messages import ConsultationStanding, HoldConsultation
from campaigns.consultations.repository import Consultations
from contracts.reference import Place
from shared.service import command
from shared.work import Work


@command(
    HoldConsultation,
    post="/consultations",
    may=leads_campaigns,
    vi="Tổ chức hiệp thương",
    takes=["campaign:consult", "consultation:hold"],
)
def hold_consultation(wanted: HoldConsultation, work: Work) -> ConsultationStanding:
    """Record that the Front consulted its members about a campaign of its own unit.

    Duties II.1a-a and III.2a-b begin here, but only the conclusion is evidence of them.
    Participants are member organisations of the chair's level («cùng cấp»), each named once.
    Raises: NotAllowed, NotFound, InvalidField, WrongStep (the campaign has ended).
    """
    campaign = Campaigns(work).get(wanted.campaign_id)
    work.actor.require_unit(campaign.unit_code, "own-unit:campaign")
    campaign.require_open(work.today)
    participants = distinct(wanted.participant_bodies, "participant_bodies")
    require_members(participants, work.actor.level, work.today)
    consultation = Consultation(
        id=work.new_id("con"),
        campaign_id=campaign.id,
        chair_body=work.actor.body,
        unit_code=campaign.unit_code,
        path=Place.on(campaign.unit_code, work.today).path,
        topics=list(wanted.topics),
        participant_bodies=participants,
        held_on=work.today,
        recorded_at=work.now,
    )
    Consultations(work).add(consultation)
    return ConsultationStanding(consultation_id=consultation.id, state=consultation.state)
