"""The proposal of a coordination programme."""

from contracts.errors import InvalidField
from contracts.reporting.commands import ProgrammeStanding, ProposeProgramme
from reporting.domain.parties import check_parties
from reporting.domain.programme import Programme
from reporting.guards import party
from reporting.standings import programme_standing
from reporting.store.store import ReportingStore
from shared.service import command
from shared.work import Work


@command(ProposeProgramme, post="/programmes", may=party)
def propose_programme(wanted: ProposeProgramme, work: Work[ReportingStore]) -> ProgrammeStanding:
    """Propose a coordination programme to the other party; proposing is not signing.

    Prepares duty 0-a. The number of a refused programme may be used again.
    Raises: InvalidField (number, signatories).
    """
    check_parties(wanted.signatories, work.actor.body, work.actor.level, work.today)
    if work.store.has_number(wanted.number):
        raise InvalidField(
            "number",
            "number-once",
            f"Đã có chương trình số {wanted.number}",
            f"There is already a programme with the number {wanted.number}",
        )
    programme = Programme(
        id=work.new_id("prg"),
        number=wanted.number,
        title=wanted.title,
        basis=wanted.basis,
        unit_code=work.actor.unit,
        signatories=wanted.signatories,
        proposed_by=work.actor.body,
        proposed_on=work.today,
        recorded_at=work.now,
    )
    work.store.add(programme)
    return programme_standing(programme)
