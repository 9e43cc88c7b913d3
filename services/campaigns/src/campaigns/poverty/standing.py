"""How commands tell where a review stands, and how each finds its review."""

from campaigns.history import note
from campaigns.poverty.domain.review import PovertyReview
from campaigns.reach import require_own_unit
from campaigns.store.store import CampaignStore
from contracts.campaigns.poverty.commands import ReviewStanding
from shared.work import Work


def own_review(review_id: str, work: Work[CampaignStore]) -> PovertyReview:
    """Return a review of the acting body's own commune. Raises NotFound, NotAllowed."""
    review = work.store.poverty.review(review_id)
    require_own_unit(work.actor, review.unit_code)
    return review


def noted(
    review: PovertyReview, step: str, work: Work[CampaignStore], *, reason: str | None = None
) -> ReviewStanding:
    """Keep a step in the history, and say where the review stands."""
    note(work, review.id, step, review.state, reason=reason)
    return ReviewStanding(
        review_id=review.id,
        unit_code=review.unit_code,
        year=review.year,
        state=review.state,
        due=review.due,
    )
