"""Where each body stands with one item of the programme, open to everyone."""

from reporting.duty_board.answers import standing_record
from reporting.duty_board.domain.items import day_for, item
from reporting.duty_board.messages import DutyStandings, StandingPage
from reporting.duty_board.repository import Board
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(
    DutyStandings, get="/duties/{duty_id}/standings", may=anyone, vi="Tình trạng thực hiện của các cơ quan"
)
def duty_standings(asked: DutyStandings, work: Work) -> StandingPage:
    """List where each body that has begun stands with an item. Raises NotFound."""
    item(asked.duty_id, day_for(asked.year, work.today))
    found, cursor = Board(work).standings(asked)
    return StandingPage(items=[standing_record(each) for each in found], next_cursor=cursor)
