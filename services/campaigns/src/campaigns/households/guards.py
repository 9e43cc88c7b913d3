"""Who registers households, and who reads what each of them registered."""

from campaigns.common.domain.front import COMMITTEE, STANDING
from campaigns.common.reach import require_within
from campaigns.households.domain.registration import Registration
from shared.authority import any_of, function, level, own_unit, own_unit_or_below, side
from shared.work import Work

registers_households = side("front") & any_of(
    function("area-front-group") & own_unit("area_code"),
    level("X") & function(COMMITTEE) & own_unit_or_below("area_code"),
)
reads_pledges = (
    side("front") & function(STANDING, COMMITTEE, "area-front-group") & own_unit_or_below("area_code")
)


def of_its_area(found: Registration, work: Work) -> None:
    """Refuse a body whose own unit is not the household's area or its commune. Raises NotAllowed."""
    require_within(work.actor, found.area_code, work.today)
