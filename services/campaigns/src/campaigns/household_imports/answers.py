"""How commands and queries tell how far an import has come."""

from campaigns.common.record import record
from campaigns.household_imports.domain.household_import import HouseholdImport
from campaigns.household_imports.messages import ImportProgress, ImportRecord


def progress(job: HouseholdImport) -> ImportProgress:
    """Say how far an import has come."""
    return record(ImportProgress, job, import_id=job.id)


def import_record(job: HouseholdImport) -> ImportRecord:
    """Show an import, and how far it has come."""
    return record(ImportRecord, job, import_id=job.id)
