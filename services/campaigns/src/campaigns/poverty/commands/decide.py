"""The check by the committee next above, its return, and the commune's decision."""

from campaigns.poverty.guards import committee_above, commune_committee
from campaigns.poverty.standing import noted, own_review
from campaigns.reach import require_committee_above
from campaigns.store.store import CampaignStore
from contracts.campaigns.poverty.commands import (
    CheckPovertyReview,
    DecidePovertyReview,
    ReturnPovertyReview,
    ReviewStanding,
)
from shared.service import command
from shared.work import Work


@command(CheckPovertyReview, post="/poverty-reviews/{review_id}/check", may=committee_above)
def check_review(wanted: CheckPovertyReview, work: Work[CampaignStore]) -> ReviewStanding:
    """Confirm that the review was checked. Raises: NotFound, NotAllowed, WrongStep."""
    review = work.store.poverty.review(wanted.review_id)
    require_committee_above(work.actor, review.unit_code, work.today)
    review.take("check", work.today)
    review.check_doc = wanted.doc_number
    return noted(review, "check_review", work)


@command(ReturnPovertyReview, post="/poverty-reviews/{review_id}/return", may=committee_above)
def return_review(wanted: ReturnPovertyReview, work: Work[CampaignStore]) -> ReviewStanding:
    """Send the review back to be scored, met about and posted anew.

    Raises: NotFound, NotAllowed, WrongStep.
    """
    review = work.store.poverty.review(wanted.review_id)
    require_committee_above(work.actor, review.unit_code, work.today)
    review.take("return", work.today)
    for area in work.store.poverty.areas(review.id):
        area.forget_meeting()
    return noted(review, "return_review", work, reason=wanted.reason)


@command(DecidePovertyReview, post="/poverty-reviews/{review_id}/decide", may=commune_committee)
def decide_review(wanted: DecidePovertyReview, work: Work[CampaignStore]) -> ReviewStanding:
    """Decide the commune's list. Raises: NotFound, NotAllowed, WrongStep."""
    review = own_review(wanted.review_id, work)
    review.take("decide", work.today)
    review.commune_decision = wanted.decision_no
    return noted(review, "decide_review", work)
