"""Rejecting a nomination."""

from campaigns.exemplars.answers import standing
from campaigns.exemplars.guards import decides, whose_turn
from campaigns.exemplars.messages import ExemplarStanding, RejectExemplar
from campaigns.exemplars.repository import Exemplars
from shared.service import command
from shared.work import Work


@command(
    RejectExemplar,
    post="/exemplars/{exemplar_id}/reject",
    may=decides,
    vi="Không xét gương điển hình",
    takes=["exemplar:reject"],
    checks=whose_turn,
)
def reject_exemplar(wanted: RejectExemplar, work: Work) -> ExemplarStanding:
    """Reject a nomination, with a reason that stays here.

    Before the review the commune's Front committee rejects, after it the body that was to decide.
    Raises: NotAllowed, NotFound, WrongStep, DayBeforeLastStep.
    """
    exemplar = Exemplars(work).get(wanted.exemplar_id)
    whose_turn(exemplar, work)
    exemplar.reject(wanted.reason, work.today)
    return standing(exemplar)
