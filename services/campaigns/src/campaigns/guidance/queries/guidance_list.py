"""Guiding documents; public."""

from campaigns.guidance.answers import guidance_records
from campaigns.guidance.messages import GuidanceList, GuidancePage
from campaigns.guidance.repository import GuidanceDocuments
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(GuidanceList, get="/guidance", may=anyone, vi="Danh sách văn bản hướng dẫn")
def guidance_list(asked: GuidanceList, work: Work) -> GuidancePage:
    """List guiding documents by kind, content, state, movement, issuer, unit and year of issue."""
    found, after = GuidanceDocuments(work).page(asked)
    return GuidancePage(items=guidance_records(found, work), next_cursor=after)
