"""Uploading a commune's list of households."""

from campaigns.household_imports import files
from campaigns.household_imports.answers import progress
from campaigns.household_imports.domain.household_import import HouseholdImport, Portion
from campaigns.household_imports.guards import keeps_register
from campaigns.household_imports.messages import ImportProgress, UploadHouseholds
from campaigns.household_imports.repository import HouseholdImports
from contracts.errors import InvalidField
from contracts.reference import Place
from shared.service import command
from shared.work import Work

PORTION = 2_500


@command(
    UploadHouseholds,
    post="/household-imports",
    may=keeps_register,
    vi="Tải lên danh sách hộ",
    takes=["household_import:upload"],
)
def upload_households(wanted: UploadHouseholds, work: Work) -> ImportProgress:
    """Take a commune's list, as XLSX or CSV with the headings of the template.

    Nothing stands in the register yet: `continue` checks the rows, portion by portion, and takes the
    list over when all are good. At most 50,000 rows and 5 MB.
    Raises: NotAllowed, InvalidField (content_base64: what cannot be read, lacks a heading or is empty).
    """
    place = Place.on(wanted.unit_code, work.today)
    rows = files.read(wanted.format, wanted.content_base64)
    if not rows:
        raise InvalidField(files.FIELD, "not-empty", "Tệp không có dòng nào", "The file has no rows")
    job = HouseholdImport(
        id=work.new_id("imp"),
        unit_code=wanted.unit_code,
        path=place.path,
        total=len(rows),
        uploading_body=work.actor.body,
        uploaded_on=work.today,
        recorded_at=work.now,
    )
    imports = HouseholdImports(work)
    imports.add(job)
    imports.add(*_portions(job, rows, work))
    return progress(job)


def _portions(job: HouseholdImport, rows: list[files.FileRow], work: Work) -> list[Portion]:
    """Cut the rows into portions."""
    cut = [rows[start : start + PORTION] for start in range(0, len(rows), PORTION)]
    return [
        Portion(work.new_id("ipt"), job.id, part[0].number, [(row.number, row.values) for row in part])
        for part in cut
    ]
