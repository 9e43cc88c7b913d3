"""The proposal of a coordination programme."""

from contracts.errors import InvalidField
from contracts.reference import Place
from reporting.programmes.answers import programme_standing
from reporting.programmes.domain.parties import check_parties
from reporting.programmes.domain.programme import Programme
from reporting.programmes.guards import party
from reporting.programmes.messages import ProgrammeStanding, ProposeProgramme
from reporting.programmes.repository import Programmes
from shared.service import command
from shared.work import Work


@command(
    ProposeProgramme,
    post="/programmes",
    may=party,
    vi="Đề nghị ký chương trình phối hợp",
    takes=["programme:propose"],
)
def propose_programme(wanted: ProposeProgramme, work: Work) -> ProgrammeStanding:
    """Propose a coordination programme to the other party; proposing is not signing.

    Prepares duty 0-a. The number of a refused programme may be used again.
    Raises: InvalidField (number, signatory_bodies).
    """
    check_parties(wanted.signatory_bodies, work.actor.body, work.actor.level, work.today)
    _check_number(wanted.number, work)
    programme = _new_programme(wanted, work)
    Programmes(work).add(programme)
    return programme_standing(programme)


def _check_number(number: str, work: Work) -> None:
    if Programmes(work).has_number(number):
        raise InvalidField(
            "number",
            "number-once",
            f"Đã có chương trình số {number}",
            f"There is already a programme with the number {number}",
        )


def _new_programme(wanted: ProposeProgramme, work: Work) -> Programme:
    return Programme(
        id=work.new_id("prg"),
        number=wanted.number,
        title=wanted.title,
        basis=wanted.basis,
        unit_code=work.actor.unit,
        path=Place.on(work.actor.unit, work.today).path,
        signatory_bodies=wanted.signatory_bodies,
        proposing_body=work.actor.body,
        proposed_on=work.today,
    )
