"""One party's signature under a programme."""

from datetime import date

from contracts.reporting.programmes import ProgrammeInForce
from reporting.programmes.answers import programme_standing
from reporting.programmes.domain.programme import Programme
from reporting.programmes.guards import check_party, party
from reporting.programmes.messages import ProgrammeStanding, SignProgramme
from reporting.programmes.repository import Programmes
from shared.service import command
from shared.work import Work


@command(
    SignProgramme,
    post="/programmes/{programme_id}/sign",
    may=party,
    vi="Ký chương trình phối hợp",
    duties=("0-a",),
    takes=["programme:sign", "programme:put_in_force"],
    checks=check_party,
)
def sign_programme(wanted: SignProgramme, work: Work) -> ProgrammeStanding:
    """Sign a programme for the acting party, once; it is in force when both have signed.

    Duty 0-a: the event that shows it is told at the second signature, never at the first.
    Raises: NotFound, NotAllowed (not a party), WrongStep, SignedAlready, DayBeforeLastStep.
    """
    programme = Programmes(work).get(wanted.programme_id)
    programme.sign(work.actor.body, work.today)
    if programme.in_force_from is not None:
        work.emit(_in_force(programme, programme.in_force_from))
    return programme_standing(programme)


def _in_force(programme: Programme, signed_on: date) -> ProgrammeInForce:
    return ProgrammeInForce(
        programme_id=programme.id,
        number=programme.number,
        title=programme.title,
        basis=programme.basis,
        signatory_bodies=list(programme.signatory_bodies),
        signed_on=signed_on,
        unit_code=programme.unit_code,
    )
