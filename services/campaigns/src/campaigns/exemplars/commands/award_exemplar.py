"""Handing over a commendation."""

from campaigns.common.domain.festival import require_festival
from campaigns.exemplars.answers import standing
from campaigns.exemplars.domain.exemplar import LIFECYCLE, NOMINATED_BY_AREA, UNDER_CRITERIA, Exemplar
from campaigns.exemplars.guards import awards, nominator_or_decider
from campaigns.exemplars.messages import AwardExemplar, ExemplarStanding
from campaigns.exemplars.repository import Exemplars
from contracts.campaigns.exemplars import ExemplarCommended
from shared.service import command
from shared.work import Work


@command(
    AwardExemplar,
    post="/exemplars/{exemplar_id}/award",
    may=awards,
    vi="Biểu dương, trao thưởng gương điển hình",
    duties=(NOMINATED_BY_AREA, UNDER_CRITERIA),
    takes=["exemplar:award"],
    checks=nominator_or_decider,
)
def award_exemplar(wanted: AwardExemplar, work: Work) -> ExemplarStanding:
    """Record that a decided commendation was handed over: by the area's Front group, or by who decided.

    Duty II.5b-e, since the area's Front group nominated; III.2a-g, since it is by the criteria issued.
    At the festival only on a day of the rule report.festival.window.
    Raises: NotAllowed, NotFound, WrongStep, DayBeforeLastStep, InvalidField.
    """
    exemplar = Exemplars(work).get(wanted.exemplar_id)
    LIFECYCLE.check_state(exemplar, "award", work.today)
    nominator_or_decider(exemplar, work)
    if wanted.occasion == "festival_18_11":
        require_festival(work.today)
    exemplar.award(wanted.occasion, wanted.occasion_ref, work.today)
    work.emit(_commended(exemplar, wanted, work))
    return standing(exemplar)


def _commended(exemplar: Exemplar, wanted: AwardExemplar, work: Work) -> ExemplarCommended:
    if exemplar.form is None or exemplar.decision_no is None:
        raise LIFECYCLE.wrong(exemplar, "award", work.today)
    return ExemplarCommended(
        exemplar_id=exemplar.id,
        area_code=exemplar.area_code,
        subject_kind=exemplar.subject_kind,
        subject_ref=exemplar.subject_ref,
        content_code=exemplar.content_code,
        form=exemplar.form,
        occasion=wanted.occasion,
        decision_no=exemplar.decision_no,
        criteria_version=exemplar.criteria_version,
        awarded_on=work.today,
    )
