"""One item of the programme with its evidence, open to everyone."""

from reporting.duty_board.answers import evidence_record
from reporting.duty_board.domain.items import day_for, item
from reporting.duty_board.messages import DutyDetail, DutyOnBoard
from reporting.duty_board.repository import Board
from reporting.duty_board.rows import duty_row
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(DutyOnBoard, get="/duties/{duty_id}", may=anyone, vi="Nhiệm vụ và căn cứ thực hiện")
def duty_on_board(asked: DutyOnBoard, work: Work) -> DutyDetail:
    """Show an item of the programme with a page of its evidence. Raises NotFound, InvalidField."""
    found = item(asked.duty_id, day_for(asked.year, work.today))
    row = duty_row(found, Board(work).tallies(asked))
    evidence, cursor = Board(work).evidence(asked)
    return DutyDetail(
        **dict(row), evidence_list=[evidence_record(each) for each in evidence], next_cursor=cursor
    )
