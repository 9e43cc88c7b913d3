"""A review that the People's Committee next above sends back."""

from campaigns.poverty.answers import standing
from campaigns.poverty.guards import committee_above, review_from_above
from campaigns.poverty.messages.commands import ReturnPovertyReview, ReviewStanding
from campaigns.poverty.repository import PovertyReviews
from shared.service import command
from shared.work import Work


@command(
    ReturnPovertyReview,
    post="/poverty-reviews/{review_id}/return",
    may=committee_above,
    vi="Trả lại kết quả rà soát",
    takes=["poverty_review:return", "area_meeting:annul"],
    checks=review_from_above,
)
def return_poverty_review(wanted: ReturnPovertyReview, work: Work) -> ReviewStanding:
    """Send the review back to be scored, met about and posted anew.

    Raises: NotFound, NotAllowed, WrongStep.
    """
    reviews = PovertyReviews(work)
    review = reviews.get(wanted.review_id)
    review_from_above(review, work)
    review.take("return", work.today, reason=wanted.reason)
    for area in reviews.areas(review.id):
        area.annul(work.today, wanted.reason)
    return standing(review)
