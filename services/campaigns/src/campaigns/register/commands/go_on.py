"""Going on with an import."""

from campaigns.history import note
from campaigns.reach import require_within
from campaigns.register.domain.columns import Checker, Entry, Fault
from campaigns.register.domain.job import Import, KeptFault, Portion
from campaigns.register.guards import goes_on
from campaigns.register.progress import progress
from campaigns.store.store import CampaignStore
from contracts.campaigns.register.commands import ContinueImport, ImportProgress
from shared.service import command
from shared.work import Work

MOST_FAULTS = 1_000


@command(ContinueImport, post="/household-imports/{import_id}/continue", may=goes_on)
def continue_import(wanted: ContinueImport, work: Work[CampaignStore]) -> ImportProgress:
    """Check an import's next rows; when all were good, take over the whole list at once.

    To be called until the state is `imported` or `rejected`. Where it stands is in the database, so an
    import that was interrupted goes on where it stopped. With a single fault nothing is taken over. A
    number that the area had before keeps its reference.
    Raises: NotFound, NotAllowed, WrongStep.
    """
    job = work.store.register.job(wanted.import_id)
    require_within(work.actor, job.unit_code, work.today)
    job.require_open()
    portions = work.store.register.portions(job.id)
    if job.state == "checked":
        _take_over(job, portions, work)
    else:
        _check_next(job, portions, work)
    return progress(job)


def _check_next(job: Import, portions: list[Portion], work: Work[CampaignStore]) -> None:
    """Check one portion; those before it are passed through again, for households that stand twice."""
    checker, passed = Checker(job.unit_code, job.uploaded_on), 0
    for portion in portions:
        faults = [fault for number, row in portion.rows for fault in checker.check(number, row)[1]]
        passed += len(portion.rows)
        if passed > job.done:
            _keep(job, faults, work)
            job.note_checked(len(portion.rows), len(faults))
            break
    if job.state == "rejected":
        work.store.register.forget_portions(job.id)
    if job.state != "received":
        note(work, job.id, "check_import", job.state)


def _keep(job: Import, faults: list[Fault], work: Work[CampaignStore]) -> None:
    room = max(0, MOST_FAULTS - job.errors)
    work.store.add(*(KeptFault(work.new_id("flt"), job.id, **vars(each)) for each in faults[:room]))


def _take_over(job: Import, portions: list[Portion], work: Work[CampaignStore]) -> None:
    checker = Checker(job.unit_code, job.uploaded_on)
    checked = [checker.check(number, row)[0] for portion in portions for number, row in portion.rows]
    entries: list[Entry] = [each for each in checked if each]
    work.store.register.take_over(entries, [work.new_id("hh") for _ in entries], job.id)
    work.store.register.forget_portions(job.id)
    job.take_over(len(entries))
    note(work, job.id, "take_over_import", job.state)
