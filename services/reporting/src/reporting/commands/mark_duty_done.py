"""A responsible body's declaration that it has done a duty for a year."""

from contracts.errors import NotAllowed
from contracts.reporting.commands import DutyMarked, MarkDutyDone
from reporting.domain.items import answers_for
from reporting.status_changes import MOST_EVENT_IDS, status_changed
from reporting.store.store import ReportingStore
from shared.authority import signed_in
from shared.service import command
from shared.work import Work


@command(MarkDutyDone, post="/duties/{duty_id}/mark-done", may=signed_in)
def mark_duty_done(wanted: MarkDutyDone, work: Work[ReportingStore]) -> DutyMarked:
    """Declare a duty done for a year; only a body that answers for it can, and only on evidence.

    Evidence is an event in which the body acted, joined in, or was acted for by its board; what others
    did of the same duty is theirs. What happened after the day of the act does not count.
    Raises: NotFound, NotAllowed (not responsible), NoEvidence, WrongStep.
    """
    _check_responsible(wanted.duty_id, work)
    standing = work.store.standing(wanted.duty_id, work.actor.body, wanted.year)
    before = standing.status
    standing.finish(work.today)
    event_ids = work.store.evidence_for(standing, MOST_EVENT_IDS)
    work.emit(status_changed(standing, before, event_ids), duties=())
    return DutyMarked(
        standing_id=standing.id,
        duty_id=standing.duty_id,
        body=standing.body,
        year=standing.year,
        state=standing.status,
        evidence=standing.evidence,
    )


def _check_responsible(duty_id: str, work: Work[ReportingStore]) -> None:
    if work.actor.agency not in answers_for(duty_id, work.today):
        raise NotAllowed(
            "responsible-only",
            f"Chỉ cơ quan được giao nhiệm vụ {duty_id} được báo đã hoàn thành",
            f"Only a body that answers for duty {duty_id} can declare it done",
        )
