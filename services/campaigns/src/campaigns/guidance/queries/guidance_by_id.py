"""One guiding document; public."""

from campaigns.guidance.answers import guidance_records
from campaigns.guidance.messages import GuidanceById, GuidanceRecord
from campaigns.guidance.repository import GuidanceDocuments
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(GuidanceById, get="/guidance/{guidance_id}", may=anyone, vi="Văn bản hướng dẫn")
def guidance_by_id(asked: GuidanceById, work: Work) -> GuidanceRecord:
    """Show a guiding document and by how many bodies it was read. Raises NotFound."""
    [shown] = guidance_records([GuidanceDocuments(work).get(asked.guidance_id)], work)
    return shown
