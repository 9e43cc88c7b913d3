"""The guards that several features share (permission list of the programme's design, §2.3)."""

from campaigns.common.domain.front import COMMITTEE, STANDING
from shared.authority import any_of, function, level, own_unit, own_unit_or_below, side

leads_campaigns = side("front") & function(STANDING, COMMITTEE)

registers_households = side("front") & any_of(
    function("area-front-group") & own_unit("area_code"),
    level("X") & function(COMMITTEE) & own_unit_or_below("area_code"),
)
