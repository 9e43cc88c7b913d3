"""Form B: the scores of the screened households."""

from campaigns.poverty.guards import commune_committee
from campaigns.poverty.scores import write_scores
from campaigns.poverty.standing import noted, own_review
from campaigns.store.store import CampaignStore
from contracts.campaigns.poverty.commands import CloseScoring, ReviewStanding, ScoreHouseholds
from shared.service import command
from shared.work import Work


@command(ScoreHouseholds, post="/poverty-reviews/{review_id}/score", may=commune_committee)
def score_households(wanted: ScoreHouseholds, work: Work[CampaignStore]) -> ReviewStanding:
    """Record form B of screened households: all of them, or none.

    Raises: NotFound (a household that was not screened), NotAllowed, WrongStep, NoRuleInForce.
    """
    review = own_review(wanted.review_id, work)
    review.take("score", work.today)
    write_scores(review, wanted.scores, work)
    return noted(review, "score_households", work)


@command(CloseScoring, post="/poverty-reviews/{review_id}/close-scoring", may=commune_committee)
def close_scoring(wanted: CloseScoring, work: Work[CampaignStore]) -> ReviewStanding:
    """End the scoring, once each screened household has its form B.

    Raises: NotFound, NotAllowed, WrongStep, NotYetComplete.
    """
    review = own_review(wanted.review_id, work)
    missing = work.store.poverty.unscored(review.id)
    review.require_all("close_scoring", missing, "hộ chưa được chấm điểm", "households without form B")
    review.take("close_scoring", work.today)
    return noted(review, "close_scoring", work)
