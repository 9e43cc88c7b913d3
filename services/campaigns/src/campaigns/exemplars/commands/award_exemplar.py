"""Handing over a commendation."""

from campaigns.domain.festival import require_festival
from campaigns.exemplars.domain.exemplar import NOMINATED_BY_AREA, UNDER_CRITERIA, Exemplar
from campaigns.exemplars.guards import awards, require_area, require_decider
from campaigns.exemplars.standing import standing
from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.exemplars.commands import AwardExemplar, ExemplarStanding
from contracts.campaigns.exemplars.events import ExemplarCommended
from shared.service import command
from shared.work import Work


@command(
    AwardExemplar,
    post="/exemplars/{exemplar_id}/award",
    may=awards,
    duties=(NOMINATED_BY_AREA, UNDER_CRITERIA),
)
def award_exemplar(wanted: AwardExemplar, work: Work[CampaignStore]) -> ExemplarStanding:
    """Record that a decided commendation was handed over: by the area's Front group, or by who decided.

    Duty II.5b-e, since the area's Front group nominated; III.2a-g, since it is by the criteria issued.
    At the festival only on a day of the rule report.festival.window.
    Raises: NotAllowed, NotFound, WrongStep, InvalidField.
    """
    exemplar = work.store.exemplars.exemplar(wanted.exemplar_id)
    exemplar.require_state("award", "decided")
    if "area-front-group" in work.actor.functions:
        require_area(work.actor, exemplar, work.today)
    else:
        require_decider(work.actor, exemplar, work.today)
    if wanted.occasion == "festival_18_11":
        require_festival(work.today)
    exemplar.award(wanted.occasion, wanted.occasion_ref, work.today)
    note(work, exemplar.id, "award_exemplar", exemplar.state)
    work.emit(_event(exemplar))
    return standing(exemplar)


def _event(exemplar: Exemplar) -> ExemplarCommended:
    return ExemplarCommended.model_validate(
        {
            "exemplar_id": exemplar.id,
            "kdc_id": exemplar.kdc_id,
            "subject_kind": exemplar.subject_kind,
            "subject_ref": exemplar.subject_ref,
            "content_code": exemplar.content_code,
            "form": exemplar.form,
            "occasion": exemplar.occasion,
            "decision_no": exemplar.decision_no,
            "criteria_version": exemplar.criteria_version,
            "awarded_on": exemplar.awarded_on,
        }
    )
