"""Checking an uploaded list, and taking it over."""

from campaigns.household_imports import files
from campaigns.household_imports.domain.columns import Checker, Entry, Fault
from campaigns.household_imports.domain.household_import import HouseholdImport, KeptFault
from campaigns.household_imports.repository import HouseholdImports
from contracts.errors import Refusal
from shared.service import job
from shared.work import JobRun, Work

MOST_FAULTS = 1_000


def reject_list(import_id: str, refusal: Refusal, work: Work) -> None:
    """Reject a list that cannot be read at all: its one fault stands at the file as a whole."""
    said = refusal.sentences()
    whole = Fault(0, "", "", refusal.rule or refusal.slug, said["vi"], said["en"])
    _reject(HouseholdImports(work).get(import_id), 0, [whole], work)


@job(
    vi="Kiểm tra và nhập danh sách hộ",
    refused=reject_list,
    takes=["household_import:reject", "household_import:take_over"],
)
def take_in_list(run: JobRun) -> None:
    """Check all rows of a list; take it over when all are good, and with a single fault nothing.

    A number that the area had before keeps its reference. Raises: InvalidField (content_base64: what cannot
    be read, lacks a heading, is empty or too long).
    """
    with run.reading() as work:
        imports = HouseholdImports(work)
        found, content = imports.get(run.subject_id), imports.upload(run.subject_id).content
        checker, file_format = Checker(found.unit_code, found.uploaded_on), found.format
    rows = files.read(file_format, content)
    entries, faults = checker.check_all([(row.number, row.values) for row in rows])
    with run.ending() as work:
        checked = HouseholdImports(work).get(run.subject_id)
        if faults:
            _reject(checked, len(rows), faults, work)
        else:
            _take_over(checked, entries, work)


def _reject(rejected: HouseholdImport, rows: int, faults: list[Fault], work: Work) -> None:
    imports = HouseholdImports(work)
    rejected.reject(rows, len(faults), work.today)
    kept = [KeptFault(work.new_id("flt"), rejected.id, **vars(each)) for each in faults[:MOST_FAULTS]]
    imports.add(*kept)
    imports.forget_upload(rejected.id)


def _take_over(good: HouseholdImport, entries: list[Entry], work: Work) -> None:
    imports = HouseholdImports(work)
    imports.take_over(entries, [work.new_id("hh") for _ in entries], good.id)
    good.take_over(len(entries), work.today)
    imports.forget_upload(good.id)
