"""Uploading a commune's list of households."""

from campaigns.history import note
from campaigns.register import files
from campaigns.register.domain.job import Import, Portion
from campaigns.register.guards import keeps_register
from campaigns.register.progress import progress
from campaigns.store.store import CampaignStore
from contracts.campaigns.register.commands import ImportProgress, UploadHouseholds
from contracts.errors import InvalidField
from contracts.reference import Place
from shared.service import command
from shared.work import Work

PORTION = 2_500


@command(UploadHouseholds, post="/household-imports", may=keeps_register)
def upload_households(wanted: UploadHouseholds, work: Work[CampaignStore]) -> ImportProgress:
    """Take a commune's list, as XLSX or CSV with the headings of the template.

    Nothing stands in the register yet: `continue` checks the rows, portion by portion, and takes the
    list over when all are good. At most 50,000 rows and 5 MB.
    Raises: NotAllowed, InvalidField (content_base64: what cannot be read, lacks a heading or is empty).
    """
    place = Place.on(wanted.unit_code, work.today)
    rows = files.read(wanted.format, wanted.content_base64)
    if not rows:
        raise InvalidField(files.FIELD, "not-empty", "Tệp không có dòng nào", "The file has no rows")
    job = Import(
        id=work.new_id("imp"),
        unit_code=wanted.unit_code,
        path=place.path,
        total=len(rows),
        uploaded_by=work.actor.body,
        uploaded_on=work.today,
        recorded_at=work.now,
    )
    work.store.add(job)
    work.store.add(*_portions(job, rows, work))
    note(work, job.id, "upload_households", job.state)
    return progress(job)


def _portions(job: Import, rows: list[files.FileRow], work: Work[CampaignStore]) -> list[Portion]:
    """Cut the rows into portions."""
    cut = [rows[start : start + PORTION] for start in range(0, len(rows), PORTION)]
    return [
        Portion(
            work.new_id("ipt"),
            job.id,
            part[0].number,
            [(row.number, row.values) for row in part],
        )
        for part in cut
    ]
