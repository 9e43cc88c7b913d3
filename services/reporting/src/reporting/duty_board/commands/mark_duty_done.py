"""A responsible body's declaration that it has done a duty for a year."""

from contracts.errors import NotAllowed
from reporting.duty_board.answers import MOST_EVENT_IDS, duty_marked, status_changed
from reporting.duty_board.domain.items import answers_for
from reporting.duty_board.domain.standing import NoEvidence, Standing
from reporting.duty_board.messages import DutyMarked, MarkDutyDone
from reporting.duty_board.repository import Board
from shared.authority import signed_in
from shared.service import command
from shared.work import Work


# Its address names the duty and not the body's standing, so that it is not among a standing's next steps.
@command(MarkDutyDone, post="/duties/{duty_id}/mark-done", may=signed_in, vi="Xác nhận hoàn thành nhiệm vụ")
def mark_duty_done(wanted: MarkDutyDone, work: Work) -> DutyMarked:
    """Declare a duty done for a year; only a body that answers for it can, and only on evidence.

    Evidence is an event in which the body acted, joined in, or was acted for by its board; what others
    did of the same duty is theirs. What happened after the day of the act does not count.
    Raises: NotFound, NotAllowed (not responsible), NoEvidence, WrongStep.
    """
    _check_responsible(wanted.duty_id, work)
    standing = _standing_of(wanted, work)
    before = standing.state
    standing.mark_done(work.today)
    event_ids = Board(work).evidence_for(standing, MOST_EVENT_IDS)
    work.emit(status_changed(standing, before, event_ids), duties=())
    return duty_marked(standing)


def _standing_of(wanted: MarkDutyDone, work: Work) -> Standing:
    body = work.actor.body
    standing = Board(work).standing(wanted.duty_id, body, wanted.year)
    if standing is None:
        raise NoEvidence(duty_id=wanted.duty_id, year=wanted.year, body=body, on=work.today)
    return standing


def _check_responsible(duty_id: str, work: Work) -> None:
    if work.actor.agency not in answers_for(duty_id, work.today):
        raise NotAllowed(
            "responsible-only",
            f"Chỉ cơ quan được giao nhiệm vụ {duty_id} được báo đã hoàn thành",
            f"Only a body that answers for duty {duty_id} can declare it done",
        )
