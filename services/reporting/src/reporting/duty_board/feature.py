"""The duty board: the programme's 115 items, the evidence behind each, and where bodies stand with them."""

from contracts.reporting.duty_board import DutyStatusChanged
from reporting.duty_board.commands.mark_duty_done import mark_duty_done
from reporting.duty_board.commands.reopen_duty import reopen_duty
from reporting.duty_board.domain.duty_standing import LIFECYCLE, Standing
from reporting.duty_board.queries.duty_board import duty_board as board
from reporting.duty_board.queries.duty_on_board import duty_on_board
from reporting.duty_board.queries.duty_standings import duty_standings
from reporting.duty_board.reactions.note_evidence import note_evidence
from shared.service import Feature, Subject

duty_board = Feature(
    commands=[mark_duty_done, reopen_duty],
    queries=[board, duty_on_board, duty_standings],
    reactions=[note_evidence],
    events=[DutyStatusChanged],
    subjects=[Subject("dst", Standing, LIFECYCLE)],
)
