"""Consulting the members of the Front."""

from campaigns.domain.campaign import distinct
from campaigns.domain.consultation import Consultation, members
from campaigns.guards import leads_campaigns
from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.commands import ConsultationStanding, HoldConsultation
from contracts.errors import NotAllowed
from shared.authority import Actor
from shared.service import command
from shared.work import Work


@command(HoldConsultation, post="/consultations", may=leads_campaigns)
def hold_consultation(wanted: HoldConsultation, work: Work[CampaignStore]) -> ConsultationStanding:
    """Record that the Front consulted its members about a campaign of its own unit.

    Duties II.1a-a and III.2a-b begin here, but only the conclusion is evidence of them.
    Participants are member organisations of the chair's level («cùng cấp»), each named once.
    Raises: NotAllowed, NotFound, InvalidField, WrongStep (the campaign has ended).
    """
    campaign = work.store.campaign(wanted.campaign_id)
    _require_own_unit(work.actor, campaign.unit_code)
    campaign.require_open(work.today, "hold_consultation")
    participants = distinct(list(wanted.participants), "participants")
    members(participants, work.actor.level, work.today)
    consultation = Consultation(
        id=work.new_id("con"),
        campaign_id=campaign.id,
        chair_org=work.actor.body,
        unit_code=campaign.unit_code,
        topics=list(wanted.topics),
        participants=participants,
        held_on=work.today,
        recorded_at=work.now,
    )
    work.store.add(consultation)
    note(work, consultation.id, "hold_consultation", consultation.state)
    return ConsultationStanding(consultation_id=consultation.id, state=consultation.state)


def _require_own_unit(actor: Actor, unit_code: str) -> None:
    if actor.unit != unit_code:
        raise NotAllowed(
            "own-unit:campaign",
            "Chỉ hiệp thương về cuộc vận động của địa bàn mình",
            "A consultation is about a campaign of the chair's own unit",
        )
