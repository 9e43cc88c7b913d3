"""Who does what in a poverty review (§2.3): the state reviews, the Front of the area witnesses."""

from shared.authority import any_of, function, level, own_unit, own_unit_or_below, side

commune_committee = side("state") & level("X") & function("peoples-committee")
opens_reviews = commune_committee & own_unit("unit_code")
witnesses = side("front") & function("area-front-group") & own_unit("kdc_id")
committee_above = side("state") & function("peoples-committee")
approves = side("state") & level("T") & function("peoples-committee")
reads_households = any_of(
    side("state") & function("peoples-committee", "poverty-reduction"),
    side("front") & function("front-standing", "front-committee", "area-front-group"),
) & own_unit_or_below("kdc_id")
