"""Imports and the register, for the Front of the place; counts, for everyone."""

import base64

from campaigns.domain.places import inside
from campaigns.queries.record import record
from campaigns.reach import require_within
from campaigns.register import files
from campaigns.register.domain.job import Import
from campaigns.register.guards import reads_imports, reads_register
from campaigns.store.store import CampaignStore
from contracts.campaigns.register.queries import (
    HouseholdCount,
    HouseholdCounts,
    HouseholdEntry,
    HouseholdRegister,
    HouseholdRegisterPage,
    ImportById,
    ImportFault,
    ImportFaultPage,
    ImportFaults,
    ImportList,
    ImportPage,
    ImportRecord,
    ImportTemplate,
    TemplateFile,
)
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(ImportById, get="/household-imports/{import_id}", may=reads_imports)
def import_by_id(asked: ImportById, work: Work[CampaignStore]) -> ImportRecord:
    """Show how far an import has come. Raises NotFound, NotAllowed."""
    return _shown(_own(asked.import_id, work))


@query(ImportList, get="/household-imports", may=reads_imports)
def import_list(asked: ImportList, work: Work[CampaignStore]) -> ImportPage:
    """List imports by place and all below it, and state."""
    found, after = work.store.register.jobs(asked)
    return ImportPage(items=[_shown(each) for each in found], next_cursor=after)


@query(ImportFaults, get="/household-imports/{import_id}/faults", may=reads_imports, personal=True)
def import_faults(asked: ImportFaults, work: Work[CampaignStore]) -> ImportFaultPage:
    """Show what is wrong with an import by row, column, value and reason; each reading is audited.

    The first thousand faults are kept. Raises NotFound, NotAllowed.
    """
    _own(asked.import_id, work)
    found, after = work.store.register.faults(asked)
    items = [record(ImportFault, each, reason={"vi": each.vi, "en": each.en}) for each in found]
    return ImportFaultPage(items=items, next_cursor=after)


@query(ImportTemplate, get="/household-import-template", may=anyone)
def import_template(asked: ImportTemplate, work: Work[CampaignStore]) -> TemplateFile:  # noqa: ARG001 - it asks nothing
    """Give an empty list to fill in, with what each column holds in a second sheet."""
    content = base64.b64encode(files.template(asked.format)).decode()
    return TemplateFile(
        file_name=f"danh-sach-ho.{asked.format}",
        media_type=files.MEDIA_TYPES[asked.format],
        content_base64=content,
    )


@query(HouseholdRegister, get="/household-register", may=reads_register, personal=True)
def household_register(asked: HouseholdRegister, work: Work[CampaignStore]) -> HouseholdRegisterPage:
    """Show the households of an area with the names of their heads; each reading is audited."""
    found, after = work.store.register.register(asked)
    return HouseholdRegisterPage(items=[HouseholdEntry(**each) for each in found], next_cursor=after)


@query(HouseholdCounts, get="/household-counts", may=anyone)
def household_counts(asked: HouseholdCounts, work: Work[CampaignStore]) -> HouseholdCount:
    """Count the households of a unit and all below it in the register, as units are on the day."""
    areas = [each for each in work.store.register.areas() if inside(each, asked.unit_code, work.today)]
    return HouseholdCount(unit_code=asked.unit_code, **work.store.register.counts(areas)._asdict())


def _own(import_id: str, work: Work[CampaignStore]) -> Import:
    job = work.store.register.job(import_id)
    require_within(work.actor, job.unit_code, work.today)
    return job


def _shown(job: Import) -> ImportRecord:
    return record(ImportRecord, job, import_id=job.id)
