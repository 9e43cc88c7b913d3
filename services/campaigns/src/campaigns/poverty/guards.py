"""Who does what in a poverty review (§2.3): the state reviews, the Front of the area witnesses."""

from datetime import date

from campaigns.domain.places import inside
from campaigns.poverty.domain.review import PovertyReview
from contracts.errors import NotAllowed
from contracts.reference import agencies
from shared.authority import Actor, any_of, function, level, own_unit, own_unit_or_below, side

commune_committee = side("state") & level("X") & function("peoples-committee")
opens_reviews = commune_committee & own_unit("unit_code")
witnesses = side("front") & function("area-front-group") & own_unit("kdc_id")
committee_above = side("state") & function("peoples-committee")
approves = side("state") & level("T") & function("peoples-committee")
reads_households = any_of(
    side("state") & function("peoples-committee", "poverty-reduction"),
    side("front") & function("front-standing", "front-committee", "area-front-group"),
) & own_unit_or_below("kdc_id")


def require_commune(actor: Actor, review: PovertyReview) -> None:
    """Refuse whoever is not of the commune itself. Raises NotAllowed."""
    if actor.unit != review.unit_code:
        raise NotAllowed(
            "own-unit", "Chỉ trong địa bàn của chính cơ quan mình", "Only in the agency's own unit"
        )


def require_level_above(actor: Actor, review: PovertyReview, on: date) -> None:
    """Refuse whoever is not the committee next above the commune; since 2025 it is the province's.

    Raises NotAllowed.
    """
    above = "H" if agencies().holding("peoples-committee", on, "H") else "T"
    if actor.level != above or not inside(review.unit_code, actor.unit, on):
        raise NotAllowed(
            "next-level-above",
            "Chỉ Ủy ban nhân dân cấp trên trực tiếp được làm việc này",
            "Only the People's Committee next above may do this",
        )
