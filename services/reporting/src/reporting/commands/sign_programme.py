"""One party's signature under a programme."""

from contracts.reporting.commands import ProgrammeStanding, SignProgramme
from contracts.reporting.events import ProgrammeInForce
from reporting.domain.programme import Programme
from reporting.guards import party
from reporting.standings import programme_standing
from reporting.store.store import ReportingStore
from shared.service import command
from shared.work import Work


@command(SignProgramme, post="/programmes/{programme_id}/sign", may=party, duties=("0-a",))
def sign_programme(wanted: SignProgramme, work: Work[ReportingStore]) -> ProgrammeStanding:
    """Sign a programme for the acting party, once; it is in force when both have signed.

    Duty 0-a: the event that shows it is told at the second signature, never at the first.
    Raises: NotFound, NotAllowed (not a party), WrongStep, SignedAlready, InvalidField.
    """
    programme = work.store.programme(wanted.programme_id)
    programme.sign(work.actor.body, work.today)
    if programme.state == "in_force":
        work.emit(_in_force(programme))
    return programme_standing(programme)


def _in_force(programme: Programme) -> ProgrammeInForce:
    return ProgrammeInForce.model_validate(
        {
            "programme_id": programme.id,
            "number": programme.number,
            "title": programme.title,
            "basis": programme.basis,
            "signatories": programme.signatories,
            "signed_on": programme.in_force_from,
            "unit_code": programme.unit_code,
        }
    )
