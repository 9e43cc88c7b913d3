"""Confirming a nomination as co-nominator."""

from campaigns.exemplars.answers import standing
from campaigns.exemplars.domain.exemplar import Seconding
from campaigns.exemplars.guards import named_and_not_confirmed, seconds
from campaigns.exemplars.messages import ExemplarStanding, SecondExemplar
from campaigns.exemplars.repository import Exemplars
from shared.service import command
from shared.work import Work


@command(
    SecondExemplar,
    post="/exemplars/{exemplar_id}/second",
    may=seconds,
    vi="Cùng giới thiệu gương điển hình",
    takes=["exemplar:second"],
    checks=named_and_not_confirmed,
)
def second_exemplar(wanted: SecondExemplar, work: Work) -> ExemplarStanding:
    """Confirm, as a named co-nominator, that the acting body nominates too.

    Raises: NotAllowed, NotFound (not named), WrongStep (confirmed, or reviewed already), DayBeforeLastStep.
    """
    exemplar = Exemplars(work).get(wanted.exemplar_id)
    named_and_not_confirmed(exemplar, work)
    exemplar.second(work.actor.body, work.today)
    seconding = Seconding(work.new_id("snd"), exemplar.id, work.actor.body, work.today)
    Exemplars(work).add(seconding)
    return standing(exemplar)
