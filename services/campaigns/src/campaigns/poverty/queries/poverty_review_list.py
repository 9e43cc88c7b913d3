"""Reviews by place, year and state."""

from campaigns.poverty.answers import shown
from campaigns.poverty.messages.queries import PovertyReviewList, PovertyReviewPage
from campaigns.poverty.repository import PovertyReviews
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(PovertyReviewList, get="/poverty-reviews", may=signed_in, vi="Danh sách đợt rà soát")
def poverty_review_list(asked: PovertyReviewList, work: Work) -> PovertyReviewPage:
    """List reviews by place and all below it, year and state."""
    found, after = PovertyReviews(work).listed(asked)
    return PovertyReviewPage(items=[shown(each) for each in found], next_cursor=after)
