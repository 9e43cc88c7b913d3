"""The receipts of a document, for those who are signed in."""

from campaigns.common.record import record
from campaigns.guidance.messages import GuidanceReceipts, ReceiptPage, ReceiptRecord
from campaigns.guidance.repository import GuidanceDocuments
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(
    GuidanceReceipts,
    get="/guidance/{guidance_id}/receipts",
    may=signed_in,
    vi="Các cơ quan đã xác nhận đọc",
)
def guidance_receipts(asked: GuidanceReceipts, work: Work) -> ReceiptPage:
    """List the bodies that confirmed that they have read a guidance. Raises NotFound."""
    documents = GuidanceDocuments(work)
    documents.get(asked.guidance_id)
    found, after = documents.receipts(asked)
    return ReceiptPage(items=[record(ReceiptRecord, each) for each in found], next_cursor=after)
