"""Writing form B of households into a review."""

from collections.abc import Sequence

from campaigns.poverty.domain.review import PovertyReview
from campaigns.poverty.domain.scoring import classify
from campaigns.poverty.messages.commands import Score
from campaigns.poverty.repository import PovertyReviews
from contracts.errors import NotFound
from contracts.names import Name
from shared.work import Work

SCREENED = Name("hộ đã nhận dạng nhanh", "screened household")


def write_scores(review: PovertyReview, scores: Sequence[Score], work: Work) -> None:
    """Keep form B of screened households, and what the rules of the day make of it.

    Raises: NotFound (not screened), NoRuleInForce.
    """
    reviews = PovertyReviews(work)
    types = {each.area_code: each.area_type for each in reviews.areas(review.id)}
    refs = [each.household_ref for each in scores]
    cases = {each.household_ref: each for each in reviews.cases(review.id, refs)}
    for score in scores:
        case = cases.get(score.household_ref)
        if case is None:
            raise NotFound(what=SCREENED, id=score.household_ref)
        case.b1_points, case.deprivations = score.b1_points, list(score.deprivations)
        case.found = classify(types[case.area_code], score.b1_points, score.deprivations, work.today)
