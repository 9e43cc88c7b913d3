"""Form B: the scores of the screened households."""

from campaigns.poverty.answers import standing
from campaigns.poverty.guards import commune_committee, own_review
from campaigns.poverty.messages.commands import ReviewStanding, ScoreHouseholds
from campaigns.poverty.repository import PovertyReviews
from campaigns.poverty.scores import write_scores
from shared.service import command
from shared.work import Work


@command(
    ScoreHouseholds,
    post="/poverty-reviews/{review_id}/score",
    may=commune_committee,
    vi="Chấm điểm hộ (Phiếu B)",
    takes=["poverty_review:score"],
    checks=own_review,
)
def score_households(wanted: ScoreHouseholds, work: Work) -> ReviewStanding:
    """Record form B of screened households: all of them, or none.

    Raises: NotFound (a household that was not screened), NotAllowed, WrongStep, NoRuleInForce.
    """
    review = PovertyReviews(work).get(wanted.review_id)
    own_review(review, work)
    review.take("score", work.today)
    write_scores(review, wanted.scores, work)
    return standing(review)
