"""Consultations, for those who are signed in."""

from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.queries import (
    ConsultationById,
    ConsultationList,
    ConsultationPage,
    ConsultationRecord,
)
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(ConsultationById, get="/consultations/{consultation_id}", may=signed_in)
def consultation_by_id(asked: ConsultationById, work: Work[CampaignStore]) -> ConsultationRecord:
    """Show a consultation with its participants and the number of its minutes. Raises NotFound."""
    consultation = work.store.consultation(asked.consultation_id)
    return record(ConsultationRecord, consultation, consultation_id=consultation.id)


@query(ConsultationList, get="/consultations", may=signed_in)
def consultation_list(asked: ConsultationList, work: Work[CampaignStore]) -> ConsultationPage:
    """List consultations of a unit and all below it that were held in a year."""
    found, after = work.store.consultations(asked)
    items = [record(ConsultationRecord, each, consultation_id=each.id) for each in found]
    return ConsultationPage(items=items, next_cursor=after)
