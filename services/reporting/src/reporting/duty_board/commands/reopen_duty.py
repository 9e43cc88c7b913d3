"""A body takes back its declaration that it has done a duty for a year."""

from reporting.duty_board.answers import MOST_EVENT_IDS, duty_marked, status_changed
from reporting.duty_board.guards import check_own_standing, check_responsible
from reporting.duty_board.messages import DutyMarked, ReopenDuty
from reporting.duty_board.repository import Board
from shared.authority import signed_in
from shared.service import command
from shared.work import Work


@command(
    ReopenDuty,
    post="/duties/{duty_id}/reopen",
    may=signed_in,
    vi="Mở lại nhiệm vụ đã xác nhận hoàn thành",
    takes=["duty_standing:reopen"],
    checks=check_own_standing,
)
def reopen_duty(wanted: ReopenDuty, work: Work) -> DutyMarked:
    """Re-open a duty that the acting body declared done; evidence and history stay as they were.

    Raises: NotFound, NotAllowed (not responsible), NoEvidence, WrongStep, DayBeforeLastStep.
    """
    check_responsible(wanted.duty_id, work)
    standing = Board(work).begun(wanted.duty_id, wanted.year)
    before = standing.state
    standing.reopen(wanted.reason, work.today)
    event_ids = Board(work).evidence_for(standing, MOST_EVENT_IDS)
    work.emit(status_changed(standing, before, event_ids), duties=())
    return duty_marked(standing)
