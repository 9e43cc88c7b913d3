"""The check of a review by the People's Committee next above the commune."""

from campaigns.poverty.answers import standing
from campaigns.poverty.guards import committee_above, review_from_above
from campaigns.poverty.messages.commands import CheckPovertyReview, ReviewStanding
from campaigns.poverty.repository import PovertyReviews
from shared.service import command
from shared.work import Work


@command(
    CheckPovertyReview,
    post="/poverty-reviews/{review_id}/check",
    may=committee_above,
    vi="Kiểm tra kết quả rà soát",
    takes=["poverty_review:check"],
    checks=review_from_above,
)
def check_poverty_review(wanted: CheckPovertyReview, work: Work) -> ReviewStanding:
    """Confirm that the review was checked. Raises: NotFound, NotAllowed, WrongStep."""
    review = PovertyReviews(work).get(wanted.review_id)
    review_from_above(review, work)
    review.check(wanted.doc_number, work.today)
    return standing(review)
