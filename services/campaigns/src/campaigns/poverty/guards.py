"""Who does what in a poverty review (§2.3): the state reviews, the Front of the area witnesses."""

from campaigns.common.reach import require_committee_above
from campaigns.poverty.domain.review import PovertyReview
from shared.authority import any_of, function, level, own_unit, own_unit_or_below, side
from shared.work import Work

commune_committee = side("state") & level("X") & function("peoples-committee")
opens_reviews = commune_committee & own_unit("unit_code")
witnesses = side("front") & function("area-front-group") & own_unit("area_code")
committee_above = side("state") & function("peoples-committee")
approves = side("state") & level("T") & function("peoples-committee")
reads_households = any_of(
    side("state") & function("peoples-committee", "poverty-reduction"),
    side("front") & function("front-standing", "front-committee", "area-front-group"),
) & own_unit_or_below("area_code")


def own_review(review: PovertyReview, work: Work) -> None:
    """Refuse whoever is not of the review's own commune. Raises NotAllowed."""
    work.actor.require_unit(review.unit_code)


def review_from_above(review: PovertyReview, work: Work) -> None:
    """Refuse whoever is not the People's Committee next above the commune. Raises NotAllowed."""
    require_committee_above(work.actor, review.unit_code, work.today)
