"""One review with its areas and their meetings."""

from campaigns.common.record import record
from campaigns.poverty.messages.queries import PovertyReviewById, PovertyReviewDetail, ReviewedAreaRecord
from campaigns.poverty.repository import PovertyReviews
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(
    PovertyReviewById,
    get="/poverty-reviews/{review_id}",
    may=signed_in,
    vi="Đợt rà soát hộ nghèo, hộ cận nghèo",
)
def poverty_review_by_id(asked: PovertyReviewById, work: Work) -> PovertyReviewDetail:
    """Show a review with its areas and their meetings. Raises NotFound."""
    reviews = PovertyReviews(work)
    review = reviews.get(asked.review_id)
    areas = [record(ReviewedAreaRecord, each, meeting_id=each.id) for each in reviews.areas(review.id)]
    return record(PovertyReviewDetail, review, review_id=review.id, due=review.posting, areas=areas)
