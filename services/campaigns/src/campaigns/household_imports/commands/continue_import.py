"""Going on with an import."""

from campaigns.household_imports.answers import progress
from campaigns.household_imports.domain.columns import Checker, Entry, Fault
from campaigns.household_imports.domain.household_import import HouseholdImport, KeptFault, Portion
from campaigns.household_imports.guards import goes_on, of_place
from campaigns.household_imports.messages import ContinueImport, ImportProgress
from campaigns.household_imports.repository import HouseholdImports
from shared.service import command
from shared.work import Work

MOST_FAULTS = 1_000


@command(
    ContinueImport,
    post="/household-imports/{import_id}/continue",
    may=goes_on,
    vi="Tiếp tục nhập danh sách hộ",
    takes=[
        "household_import:continue",
        "household_import:pass",
        "household_import:reject",
        "household_import:take_over",
    ],
    checks=of_place,
)
def continue_import(wanted: ContinueImport, work: Work) -> ImportProgress:
    """Check an import's next rows; when all were good, take over the whole list at once.

    To be called until the state is `imported` or `rejected`. Where it stands is in the database, so an
    import that was interrupted goes on where it stopped. With a single fault nothing is taken over. A
    number that the area had before keeps its reference.
    Raises: NotFound, NotAllowed, WrongStep, DayBeforeLastStep.
    """
    imports = HouseholdImports(work)
    job = imports.get(wanted.import_id)
    of_place(job, work)
    portions = imports.portions(job.id)
    if job.state == "checked":
        _take_over(job, portions, work)
    else:
        _check_next(job, portions, work)
    if job.state in {"rejected", "imported"}:
        imports.forget_portions(job.id)
    return progress(job)


def _check_next(job: HouseholdImport, portions: list[Portion], work: Work) -> None:
    rows, faults = _next(job, portions)
    job.check(rows, len(faults), work.today)
    room = max(0, MOST_FAULTS - job.errors + len(faults))
    kept = [KeptFault(work.new_id("flt"), job.id, **vars(each)) for each in faults[:room]]
    HouseholdImports(work).add(*kept)


def _next(job: HouseholdImport, portions: list[Portion]) -> tuple[int, list[Fault]]:
    """Count the rows of the next portion, and find what is wrong with them.

    Those before it are passed through again, for households that stand twice.
    """
    checker, passed = Checker(job.unit_code, job.uploaded_on), 0
    for portion in portions:
        faults = [fault for number, row in portion.rows for fault in checker.check(number, row)[1]]
        passed += len(portion.rows)
        if passed > job.done:
            return len(portion.rows), faults
    return 0, []


def _take_over(job: HouseholdImport, portions: list[Portion], work: Work) -> None:
    checker = Checker(job.unit_code, job.uploaded_on)
    checked = [checker.check(number, row)[0] for portion in portions for number, row in portion.rows]
    entries: list[Entry] = [each for each in checked if each]
    references = [work.new_id("hh") for _ in entries]
    HouseholdImports(work).take_over(entries, references, job.id)
    job.take_over(len(entries), work.today)
