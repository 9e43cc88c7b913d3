"""How many households the register holds, for everyone."""

from campaigns.common.domain.places import inside
from campaigns.household_imports.messages import HouseholdCount, HouseholdCounts
from campaigns.household_imports.repository import HouseholdImports
from campaigns.households.repository import Households
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(HouseholdCounts, get="/household-counts", may=anyone, vi="Số hộ trong danh sách")
def household_counts(asked: HouseholdCounts, work: Work) -> HouseholdCount:
    """Count the households of a unit and all below it in the register, as units are on the day."""
    areas = [each for each in Households(work).areas() if inside(each, asked.unit_code, work.today)]
    counted = HouseholdImports(work).counts(areas)
    return HouseholdCount(
        unit_code=asked.unit_code,
        areas=counted.areas,
        households=counted.households,
        members=counted.members,
    )
