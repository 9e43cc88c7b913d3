"""Uploading a commune's list of households."""

from campaigns.household_imports.answers import progress
from campaigns.household_imports.domain.household_import import HouseholdImport, Upload
from campaigns.household_imports.files import require_small
from campaigns.household_imports.guards import keeps_register
from campaigns.household_imports.jobs.take_in_list import take_in_list
from campaigns.household_imports.messages import ImportProgress, UploadHouseholds
from campaigns.household_imports.repository import HouseholdImports
from contracts.reference import Place
from shared.jobs import ask_for
from shared.service import command
from shared.work import Work


@command(
    UploadHouseholds,
    post="/household-imports",
    may=keeps_register,
    vi="Tải lên danh sách hộ",
    takes=["household_import:upload"],
    accepted=True,
)
def upload_households(wanted: UploadHouseholds, work: Work) -> ImportProgress:
    """Take in a commune's list, as XLSX or CSV with the headings of the template.

    A job then checks the rows and takes the list over when all are good: ask for the import until it is
    `imported` or `rejected`. At most 50,000 rows and 5 MB.
    Raises: NotAllowed, InvalidField (content_base64).
    """
    require_small(wanted.content_base64)
    place = Place.on(wanted.unit_code, work.today)
    received = HouseholdImport(
        id=work.new_id("imp"),
        unit_code=wanted.unit_code,
        path=place.path,
        format=wanted.format,
        uploading_body=work.actor.body,
        uploaded_on=work.today,
        recorded_at=work.now,
    )
    HouseholdImports(work).add(received)
    HouseholdImports(work).add(Upload(received.id, wanted.content_base64))
    ask_for(work, take_in_list, received.id)
    return progress(received)
