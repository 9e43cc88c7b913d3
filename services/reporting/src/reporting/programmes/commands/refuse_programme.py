"""One party's refusal to sign a programme."""

from reporting.programmes.answers import programme_standing
from reporting.programmes.guards import check_party, party
from reporting.programmes.messages import ProgrammeStanding, RefuseProgramme
from reporting.programmes.repository import Programmes
from shared.service import command
from shared.work import Work


@command(
    RefuseProgramme,
    post="/programmes/{programme_id}/refuse",
    may=party,
    vi="Từ chối ký chương trình phối hợp",
    takes=["programme:refuse"],
    checks=check_party,
)
def refuse_programme(wanted: RefuseProgramme, work: Work) -> ProgrammeStanding:
    """Refuse to sign a proposed programme; the proposal ends, and the reason is for the two parties.

    Raises: NotFound, NotAllowed (not a party), WrongStep, SignedAlready, DayBeforeLastStep.
    """
    programme = Programmes(work).get(wanted.programme_id)
    programme.refuse(work.actor.body, work.today, wanted.reason)
    return programme_standing(programme)
