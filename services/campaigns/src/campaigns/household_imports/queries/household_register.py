"""The register with the names of the heads, for the Front of the place."""

from campaigns.household_imports.guards import reads_register
from campaigns.household_imports.messages import HouseholdEntry, HouseholdRegister, HouseholdRegisterPage
from campaigns.household_imports.repository import HouseholdImports
from shared.service import query
from shared.work import Work


@query(
    HouseholdRegister,
    get="/household-register",
    may=reads_register,
    vi="Danh sách hộ của khu dân cư",
    personal=True,
)
def household_register(asked: HouseholdRegister, work: Work) -> HouseholdRegisterPage:
    """Show the households of an area with the names of their heads; each reading is audited."""
    found, after = HouseholdImports(work).register(asked)
    return HouseholdRegisterPage(items=[HouseholdEntry(**row) for row in found], next_cursor=after)
