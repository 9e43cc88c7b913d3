"""The guards that several commands share (permission list of the programme's design, §2.3)."""

from campaigns.domain.mandates import FRONT_ISSUERS, STATE_ISSUERS
from shared.authority import any_of, function, level, own_unit, own_unit_or_below, side

leads_campaigns = side("front") & function("front-standing", "front-committee")

issues_guidance = any_of(
    side("front") & function(*FRONT_ISSUERS),
    side("state") & level("T") & function(*STATE_ISSUERS),
)

registers_households = side("front") & any_of(
    function("area-front-group") & own_unit("kdc_id"),
    level("X") & function("front-committee") & own_unit_or_below("kdc_id"),
)
