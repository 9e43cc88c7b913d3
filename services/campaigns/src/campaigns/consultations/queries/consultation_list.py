"""Consultations, for those who are signed in."""

from campaigns.common.record import record
from campaigns.consultations.messages import ConsultationList, ConsultationPage, ConsultationRecord
from campaigns.consultations.repository import Consultations
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(ConsultationList, get="/consultations", may=signed_in, vi="Danh sách cuộc hiệp thương")
def consultation_list(asked: ConsultationList, work: Work) -> ConsultationPage:
    """List consultations of a unit and all below it that were held in a year."""
    found, after = Consultations(work).page(asked)
    items = [record(ConsultationRecord, each, consultation_id=each.id) for each in found]
    return ConsultationPage(items=items, next_cursor=after)
