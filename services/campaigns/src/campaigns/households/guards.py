"""Who registers households, and who reads what each of them registered."""

from campaigns.common.domain.front import COMMITTEE, STANDING
from shared.authority import any_of, function, level, own_unit, own_unit_or_below, side

registers_households = side("front") & any_of(
    function("area-front-group") & own_unit("area_code"),
    level("X") & function(COMMITTEE) & own_unit_or_below("area_code"),
)
reads_pledges = (
    side("front") & function(STANDING, COMMITTEE, "area-front-group") & own_unit_or_below("area_code")
)
