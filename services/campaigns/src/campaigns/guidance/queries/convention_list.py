"""The village conventions that documents tell; public."""

from campaigns.common.record import record
from campaigns.guidance.messages import ConventionList, ConventionPage, ConventionRecord
from campaigns.guidance.repository import GuidanceDocuments
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(ConventionList, get="/conventions", may=anyone, vi="Danh sách quy ước, hương ước")
def convention_list(asked: ConventionList, work: Work) -> ConventionPage:
    """List the village conventions of a unit and all below it, by the year of their approval."""
    found, after = GuidanceDocuments(work).conventions(asked)
    items = [record(ConventionRecord, each, convention_id=each.id) for each in found]
    return ConventionPage(items=items, next_cursor=after)
