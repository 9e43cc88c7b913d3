"""Posting the result of a review."""

from campaigns.poverty.answers import standing
from campaigns.poverty.domain.review import POSTING
from campaigns.poverty.guards import commune_committee, own_review
from campaigns.poverty.messages.commands import PostPovertyReview, ReviewStanding
from campaigns.poverty.repository import PovertyReviews
from shared.domain.deadlines import ExplainedDeadline
from shared.service import command
from shared.work import Work


@command(
    PostPovertyReview,
    post="/poverty-reviews/{review_id}/post",
    may=commune_committee,
    vi="Niêm yết công khai kết quả rà soát",
    takes=["poverty_review:post"],
    checks=own_review,
)
def post_poverty_review(wanted: PostPovertyReview, work: Work) -> ReviewStanding:
    """Post the result, once every area concerned has met and its Front group was witness.

    Raises: NotFound, NotAllowed, WrongStep, NotYetComplete.
    """
    reviews = PovertyReviews(work)
    review = reviews.get(wanted.review_id)
    own_review(review, work)
    missing = reviews.areas_without_witness(review.id)
    review.require_all(
        "post", missing, "khu dân cư chưa họp hoặc chưa có Mặt trận chứng kiến", "areas to meet"
    )
    review.post(ExplainedDeadline.counted(POSTING, work.today), work.today)
    return standing(review)
