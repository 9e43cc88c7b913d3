"""Writing form B of households into a review."""

from collections.abc import Sequence

from campaigns.poverty.domain.review import PovertyReview
from campaigns.poverty.domain.scoring import classify
from campaigns.store.store import CampaignStore
from contracts.campaigns.poverty.commands import Score
from contracts.errors import NotFound
from shared.work import Work


def write_scores(review: PovertyReview, scores: Sequence[Score], work: Work[CampaignStore]) -> None:
    """Keep form B of screened households, and what the rules of the day make of it.

    Raises: NotFound (not screened), NoRuleInForce.
    """
    types = {each.kdc_id: each.area_type for each in work.store.poverty.areas(review.id)}
    refs = [each.household_ref for each in scores]
    cases = {each.household_ref: each for each in work.store.poverty.cases(review.id, refs)}
    for score in scores:
        case = cases.get(score.household_ref)
        if case is None:
            raise NotFound(what="screened household", id=score.household_ref)
        case.b1_points, case.deprivations = score.b1_points, list(score.deprivations)
        case.found = classify(types[case.kdc_id], score.b1_points, score.deprivations, work.today)
