"""One import, for the Front of the place."""

from campaigns.household_imports.answers import import_record
from campaigns.household_imports.guards import of_place, reads_imports
from campaigns.household_imports.messages import ImportById, ImportRecord
from campaigns.household_imports.repository import HouseholdImports
from shared.service import query
from shared.work import Work


@query(ImportById, get="/household-imports/{import_id}", may=reads_imports, vi="Lượt nhập danh sách hộ")
def import_by_id(asked: ImportById, work: Work) -> ImportRecord:
    """Show how far an import has come. Raises NotFound, NotAllowed."""
    job = HouseholdImports(work).get(asked.import_id)
    of_place(job, work)
    return import_record(job)
