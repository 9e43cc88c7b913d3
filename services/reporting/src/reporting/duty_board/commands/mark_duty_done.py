"""A responsible body's declaration that it has done a duty for a year."""

from reporting.duty_board.answers import MOST_EVENT_IDS, duty_marked, status_changed
from reporting.duty_board.guards import check_own_standing, check_responsible
from reporting.duty_board.messages import DutyMarked, MarkDutyDone
from reporting.duty_board.repository import Board
from shared.authority import signed_in
from shared.service import command
from shared.work import Work


@command(
    MarkDutyDone,
    post="/duties/{duty_id}/mark-done",
    may=signed_in,
    vi="Xác nhận hoàn thành nhiệm vụ",
    takes=["duty_standing:mark_done"],
    checks=check_own_standing,
)
def mark_duty_done(wanted: MarkDutyDone, work: Work) -> DutyMarked:
    """Declare a duty done for a year; only a body that answers for it can, and only on evidence.

    Evidence is an event in which the body acted, joined in, or was acted for by its board; what others
    did of the same duty is theirs. What happened after the day of the act does not count.
    Raises: NotFound, NotAllowed (not responsible), NoEvidence, WrongStep.
    """
    check_responsible(wanted.duty_id, work)
    standing = Board(work).begun(wanted.duty_id, wanted.year)
    before = standing.state
    standing.mark_done(work.today)
    event_ids = Board(work).evidence_for(standing, MOST_EVENT_IDS)
    work.emit(status_changed(standing, before, event_ids), duties=())
    return duty_marked(standing)
