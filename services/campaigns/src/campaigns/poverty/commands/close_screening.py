"""The end of the quick look (form A)."""

from campaigns.poverty.answers import standing
from campaigns.poverty.guards import commune_committee, own_review
from campaigns.poverty.messages.commands import CloseScreening, ReviewStanding
from campaigns.poverty.repository import PovertyReviews
from shared.service import command
from shared.work import Work


@command(
    CloseScreening,
    post="/poverty-reviews/{review_id}/close-screening",
    may=commune_committee,
    vi="Kết thúc nhận dạng nhanh",
    takes=["poverty_review:close_screening"],
    checks=own_review,
)
def close_screening(wanted: CloseScreening, work: Work) -> ReviewStanding:
    """End the quick look, once every household on the list of the poor and near-poor is among the screened.

    Raises: NotFound, NotAllowed, WrongStep, NotYetComplete.
    """
    reviews = PovertyReviews(work)
    review = reviews.get(wanted.review_id)
    own_review(review, work)
    missing = reviews.listed_but_not_screened(review)
    review.require_all(
        "close_screening", missing, "hộ trong danh sách chưa được sàng lọc", "listed households"
    )
    review.take("close_screening", work.today)
    return standing(review)
