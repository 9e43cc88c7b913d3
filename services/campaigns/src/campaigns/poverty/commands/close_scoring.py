"""The end of the scoring (form B)."""

from campaigns.poverty.answers import standing
from campaigns.poverty.guards import commune_committee, own_review
from campaigns.poverty.messages.commands import CloseScoring, ReviewStanding
from campaigns.poverty.repository import PovertyReviews
from shared.service import command
from shared.work import Work


@command(
    CloseScoring,
    post="/poverty-reviews/{review_id}/close-scoring",
    may=commune_committee,
    vi="Kết thúc chấm điểm",
    takes=["poverty_review:close_scoring", "area_meeting:call"],
    checks=own_review,
)
def close_scoring(wanted: CloseScoring, work: Work) -> ReviewStanding:
    """End the scoring, once each screened household has its form B; its people are then to meet.

    Raises: NotFound, NotAllowed, WrongStep, NotYetComplete.
    """
    reviews = PovertyReviews(work)
    review = reviews.get(wanted.review_id)
    own_review(review, work)
    missing = reviews.unscored(review.id)
    review.require_all("close_scoring", missing, "hộ chưa được chấm điểm", "households without form B")
    review.take("close_scoring", work.today)
    for area in reviews.areas_to_meet(review.id):
        area.call(work.today)
    return standing(review)
