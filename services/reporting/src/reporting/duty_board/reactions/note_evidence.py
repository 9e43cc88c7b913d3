"""Every event that names a duty is evidence of it."""

from contracts.envelope import Envelope
from contracts.reporting.duty_board import DutyStatusChanged
from reporting.duty_board.answers import status_changed
from reporting.duty_board.domain.duty_standing import Standing
from reporting.duty_board.domain.evidence import Evidence, evidence_in
from reporting.duty_board.repository import Board
from shared.service import reaction_to_every_event
from shared.work import Work


@reaction_to_every_event(takes=["duty_standing:begin"])
def note_evidence(envelope: Envelope, work: Work) -> None:
    """Keep an event as evidence of each duty that it names; heard again, it changes nothing.

    The board's own changes are evidence of nothing. Raises: NotFound where the programme has no such
    duty, so that the event is set aside and somebody looks at it.
    """
    if envelope.type == DutyStatusChanged.wire_type():
        return
    evidence = [each for duty_id in envelope.duty_ids for each in evidence_in(envelope, duty_id)]
    if evidence:
        _note(evidence, work)


def _note(evidence: list[Evidence], work: Work) -> None:
    board = Board(work)
    for each in board.keep(evidence):
        standing = board.standing(each.duty_id, each.duty_body, each.year)
        if standing:
            standing.note(each)
        else:
            _begin(each, board, work)


def _begin(evidence: Evidence, board: Board, work: Work) -> None:
    standing = Standing.begun_by(evidence)
    board.begin(standing)
    work.emit(status_changed(standing, "not_started", [evidence.event_id]), duties=())
