"""The commune's decision on its list."""

from campaigns.poverty.answers import standing
from campaigns.poverty.guards import commune_committee, own_review
from campaigns.poverty.messages.commands import DecidePovertyReview, ReviewStanding
from campaigns.poverty.repository import PovertyReviews
from shared.service import command
from shared.work import Work


@command(
    DecidePovertyReview,
    post="/poverty-reviews/{review_id}/decide",
    may=commune_committee,
    vi="Quyết định danh sách hộ nghèo, hộ cận nghèo",
    takes=["poverty_review:decide"],
    checks=own_review,
)
def decide_poverty_review(wanted: DecidePovertyReview, work: Work) -> ReviewStanding:
    """Decide the commune's list. Raises: NotFound, NotAllowed, WrongStep."""
    review = PovertyReviews(work).get(wanted.review_id)
    own_review(review, work)
    review.decide(wanted.decision_no, work.today)
    return standing(review)
