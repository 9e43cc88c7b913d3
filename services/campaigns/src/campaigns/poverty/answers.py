"""How commands and queries answer about a review."""

from campaigns.common.record import record
from campaigns.poverty.domain.review import PovertyReview
from campaigns.poverty.messages.commands import ReviewStanding
from campaigns.poverty.messages.queries import PovertyReviewRecord


def standing(review: PovertyReview) -> ReviewStanding:
    """Say where a review stands."""
    return ReviewStanding(
        review_id=review.id,
        unit_code=review.unit_code,
        year=review.year,
        state=review.state,
        due=review.posting,
    )


def shown(review: PovertyReview) -> PovertyReviewRecord:
    """Show a review with its papers and counts."""
    return record(PovertyReviewRecord, review, review_id=review.id, due=review.posting)
