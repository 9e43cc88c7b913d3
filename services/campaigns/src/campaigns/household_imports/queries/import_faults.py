"""What is wrong with an import, for the Front of the place."""

from campaigns.common.record import record
from campaigns.household_imports.guards import of_place, reads_imports
from campaigns.household_imports.messages import FaultReason, ImportFault, ImportFaultPage, ImportFaults
from campaigns.household_imports.repository import HouseholdImports
from shared.service import query
from shared.work import Work


@query(
    ImportFaults,
    get="/household-imports/{import_id}/faults",
    may=reads_imports,
    vi="Các lỗi của lượt nhập",
    personal=True,
)
def import_faults(asked: ImportFaults, work: Work) -> ImportFaultPage:
    """Show what is wrong with an import by row, column, value and reason; each reading is audited.

    The first thousand faults are kept. Raises NotFound, NotAllowed.
    """
    imports = HouseholdImports(work)
    job = imports.get(asked.import_id)
    of_place(job, work)
    found, after = imports.faults(job, asked)
    items = [record(ImportFault, each, reason=FaultReason(vi=each.vi, en=each.en)) for each in found]
    return ImportFaultPage(items=items, next_cursor=after)
