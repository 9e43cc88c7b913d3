"""Who keeps and who reads the register of households."""

from campaigns.common.domain.front import COMMITTEE, STANDING
from campaigns.common.reach import require_within
from campaigns.household_imports.domain.household_import import HouseholdImport
from shared.authority import function, level, own_unit, own_unit_or_below, side
from shared.work import Work

keeps_register = side("front") & level("X") & function(COMMITTEE) & own_unit("unit_code")
reads_imports = side("front") & function(STANDING, COMMITTEE)
reads_register = (
    side("front") & function(STANDING, COMMITTEE, "area-front-group") & own_unit_or_below("area_code")
)


def of_place(job: HouseholdImport, work: Work) -> None:
    """Refuse whoever is not of the place of an import, nor above it. Raises NotAllowed."""
    require_within(work.actor, job.unit_code, work.today)
