"""Guiding documents and who has read them."""

from campaigns.domain.guidance import Guidance
from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.queries import (
    GuidanceById,
    GuidanceList,
    GuidancePage,
    GuidanceReceipts,
    GuidanceRecord,
    ReceiptPage,
    ReceiptRecord,
)
from shared.authority import anyone, signed_in
from shared.service import query
from shared.work import Work


@query(GuidanceById, get="/guidance/{guidance_id}", may=anyone)
def guidance_by_id(asked: GuidanceById, work: Work[CampaignStore]) -> GuidanceRecord:
    """Show a guiding document and by how many bodies it was read. Raises NotFound."""
    guidance = work.store.guidance(asked.guidance_id)
    counted = work.store.receipts_of([guidance.id])
    return _document(guidance, counted)


@query(GuidanceList, get="/guidance", may=anyone)
def guidance_list(asked: GuidanceList, work: Work[CampaignStore]) -> GuidancePage:
    """List guiding documents by kind, content, state, movement, issuer, unit and year of issue."""
    found, after = work.store.documents.page(asked)
    counted = work.store.receipts_of([each.id for each in found])
    return GuidancePage(items=[_document(each, counted) for each in found], next_cursor=after)


@query(GuidanceReceipts, get="/guidance/{guidance_id}/receipts", may=signed_in)
def guidance_receipts(asked: GuidanceReceipts, work: Work[CampaignStore]) -> ReceiptPage:
    """List the bodies that confirmed that they have read a guidance. Raises NotFound."""
    work.store.guidance(asked.guidance_id)
    found, after = work.store.receipts(asked)
    return ReceiptPage(items=[record(ReceiptRecord, each) for each in found], next_cursor=after)


def _document(guidance: Guidance, receipts: dict[str, int]) -> GuidanceRecord:
    return record(GuidanceRecord, guidance, guidance_id=guidance.id, receipts=receipts.get(guidance.id, 0))
