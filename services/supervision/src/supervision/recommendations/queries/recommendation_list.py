"""The public list of recommendations: number, topic, parties and days."""

from shared.authority import anyone
from shared.service import query
from shared.work import Work
from supervision.recommendations.answers import row
from supervision.recommendations.messages import RecommendationList, RecommendationPage
from supervision.recommendations.repository import Recommendations


@query(RecommendationList, get="/recommendations", may=anyone, vi="Danh sách kiến nghị")
def recommendation_list(asked: RecommendationList, work: Work) -> RecommendationPage:
    """List recommendations by unit, year, addressee, topic and state, or those overdue as of a day."""
    found, after = Recommendations(work).page(asked)
    return RecommendationPage(items=[row(each) for each in found], next_cursor=after)
