"""Deciding a commendation."""

from campaigns.exemplars.domain.exemplar import LIFECYCLE, Exemplar
from campaigns.exemplars.domain.facts import facts_of
from campaigns.exemplars.guards import decides, of_commending_level
from campaigns.exemplars.messages import CommendationDecision, DecideExemplar
from campaigns.exemplars.repository import CommendationCriteriaSets, Exemplars
from shared.domain.facts import freeze
from shared.service import command
from shared.work import Work


@command(
    DecideExemplar,
    post="/exemplars/{exemplar_id}/decide",
    may=decides,
    vi="Quyết định biểu dương, khen thưởng",
    takes=["exemplar:decide"],
    checks=of_commending_level,
)
def decide_exemplar(wanted: DecideExemplar, work: Work) -> CommendationDecision:
    """Decide a commendation; the facts behind it are frozen with it, without a name.

    The Front's standing board of the level proposed in the review decides.
    Raises: NotAllowed (front-standing-of-level), NotFound, WrongStep, DayBeforeLastStep.
    """
    exemplar = Exemplars(work).get(wanted.exemplar_id)
    LIFECYCLE.check_state(exemplar, "decide", work.today)
    of_commending_level(exemplar, work)
    exemplar.decide(work.actor.body, wanted.decision_no, wanted.form, work.today)
    digest = _freeze(exemplar, work)
    return CommendationDecision(
        exemplar_id=exemplar.id, state=exemplar.state, decided_on=work.today, facts_digest=digest
    )


def _freeze(exemplar: Exemplar, work: Work) -> str:
    criteria = CommendationCriteriaSets(work).get(exemplar.criteria_id)
    secondings = Exemplars(work).secondings(exemplar.id)
    return freeze(exemplar, facts_of(exemplar, criteria, secondings, work.today))
