"""The versions of the commendation criteria, for everyone."""

from campaigns.exemplars.answers import version
from campaigns.exemplars.messages import CommendationCriteriaList, CriteriaPage
from campaigns.exemplars.repository import CommendationCriteriaSets
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(
    CommendationCriteriaList,
    get="/commendation-criteria",
    may=anyone,
    vi="Các phiên bản tiêu chí khen thưởng",
)
def commendation_criteria_list(asked: CommendationCriteriaList, work: Work) -> CriteriaPage:
    """List every version of the criteria, in the order in which they were set down."""
    found, after = CommendationCriteriaSets(work).page(asked)
    return CriteriaPage(items=[version(each) for each in found], next_cursor=after)
