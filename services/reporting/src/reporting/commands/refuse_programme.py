"""One party's refusal to sign a programme."""

from contracts.reporting.commands import ProgrammeStanding, RefuseProgramme
from reporting.guards import party
from reporting.standings import programme_standing
from reporting.store.store import ReportingStore
from shared.service import command
from shared.work import Work


@command(RefuseProgramme, post="/programmes/{programme_id}/refuse", may=party)
def refuse_programme(wanted: RefuseProgramme, work: Work[ReportingStore]) -> ProgrammeStanding:
    """Refuse to sign a proposed programme; the proposal ends, and the reason is for the two parties.

    Raises: NotFound, NotAllowed (not a party), WrongStep, SignedAlready, InvalidField.
    """
    programme = work.store.programme(wanted.programme_id)
    programme.refuse(work.actor.body, work.today, wanted.reason)
    return programme_standing(programme)
