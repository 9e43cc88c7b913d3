"""One recommendation in full, for its two parties."""

from shared.authority import signed_in
from shared.service import query
from shared.work import Work
from supervision.recommendations.answers import detail
from supervision.recommendations.guards import party_to_it
from supervision.recommendations.messages import RecommendationById, RecommendationDetail
from supervision.recommendations.repository import Recommendations


@query(
    RecommendationById,
    get="/recommendations/{recommendation_id}",
    may=signed_in,
    vi="Kiến nghị",
)
def recommendation_by_id(asked: RecommendationById, work: Work) -> RecommendationDetail:
    """Show a recommendation in full to its sender and its addressee.

    Raises: NotFound, NotAllowed (neither party).
    """
    sent = Recommendations(work).get(asked.recommendation_id)
    party_to_it(sent, work)
    return detail(sent)
