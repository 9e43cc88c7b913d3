"""Posting the result, and the complaints about it."""

from campaigns.domain.terms import too_early
from campaigns.poverty.guards import commune_committee
from campaigns.poverty.scores import write_scores
from campaigns.poverty.standing import noted, own_review
from campaigns.store.store import CampaignStore
from contracts.campaigns.deadlines import ExplainedDeadline
from contracts.campaigns.poverty.commands import CloseComplaints, PostPovertyReview, ReviewStanding
from contracts.errors import InvalidField
from shared.service import command
from shared.work import Work

POSTING = "poor.public_posting"


@command(PostPovertyReview, post="/poverty-reviews/{review_id}/post", may=commune_committee)
def post_review(wanted: PostPovertyReview, work: Work[CampaignStore]) -> ReviewStanding:
    """Post the result, once every area concerned has met and its Front group was witness.

    Raises: NotFound, NotAllowed, WrongStep, NotYetComplete.
    """
    review = own_review(wanted.review_id, work)
    missing = work.store.poverty.areas_without_witness(review.id)
    review.require_all(
        "post", missing, "khu dân cư chưa họp hoặc chưa có Mặt trận chứng kiến", "areas to meet"
    )
    review.post(ExplainedDeadline.counted(POSTING, work.today), work.today)
    return noted(review, "post_review", work)


@command(CloseComplaints, post="/poverty-reviews/{review_id}/close-complaints", may=commune_committee)
def close_complaints(wanted: CloseComplaints, work: Work[CampaignStore]) -> ReviewStanding:
    """End the time for complaints, not before the posting's days are over, with the scores that they changed.

    Raises: NotFound, NotAllowed, WrongStep, TooEarly (rule poor.public_posting), InvalidField.
    """
    review = own_review(wanted.review_id, work)
    review.take("close_complaints", work.today)
    due = review.due
    if due and work.today < due.due_on:
        raise too_early(due)
    if wanted.upheld > wanted.received or len(wanted.corrections) > wanted.upheld:
        raise InvalidField(
            "upheld",
            "upheld-of-received",
            "Số khiếu nại đúng phải từ số hộ được sửa đến số khiếu nại đã nhận",
            "Upheld are at least the corrections and at most what was received",
        )
    review.complaints_received, review.complaints_upheld = wanted.received, wanted.upheld
    write_scores(review, wanted.corrections, work)
    return noted(review, "close_complaints", work)
