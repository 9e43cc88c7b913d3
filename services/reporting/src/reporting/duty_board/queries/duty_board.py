"""The duty board: all items of the programme, open to everyone."""

from collections import defaultdict

from contracts.errors import InvalidField
from reporting.duty_board.domain.items import Item, day_for, items
from reporting.duty_board.messages import DutyBoard, DutyPage, DutyRow
from reporting.duty_board.repository import Board, Tally
from reporting.duty_board.rows import duty_row
from shared.authority import anyone
from shared.service import query
from shared.store import has_words
from shared.work import Work


@query(DutyBoard, get="/duties", may=anyone, vi="Bảng theo dõi nhiệm vụ")
def duty_board(asked: DutyBoard, work: Work) -> DutyPage:
    """List the items of the programme in the order of its text, with where each stands.

    `duty_body` narrows it to one body: its duties, its evidence, its standing; `unit` and days narrow it to
    what bodies have begun there and then. Raises InvalidField (cursor, unit).
    """
    tallies: dict[str, list[Tally]] = defaultdict(list)
    for tally in Board(work).tallies(asked):
        tallies[tally.duty_id].append(tally)
    wanted = [each for each in items(day_for(asked.year, work.today)) if _is_asked(each, asked, tallies)]
    rows = [duty_row(each, tallies.get(each.id, [])) for each in wanted]
    return _page([row for row in rows if asked.status in {None, row.status}], asked)


def _is_asked(found: Item, asked: DutyBoard, tallies: dict[str, list[Tally]]) -> bool:
    agency = asked.duty_body.partition("/")[0] if asked.duty_body else None
    return (
        asked.duty_id in {None, found.id}
        and (asked.service is None or asked.service in found.services)
        and has_words(asked, found.id, found.clause, found.text_vi, found.text_en)
        and (not (asked.unit or asked.from_ or asked.to) or found.id in tallies)
        and (agency is None or found.binds(agency) or found.id in tallies)
    )


def _page(rows: list[DutyRow], asked: DutyBoard) -> DutyPage:
    """Cut one page out of the rows; the cursor is the id of the last row of the page before."""
    ids = [row.id for row in rows]
    if asked.cursor and asked.cursor not in ids:
        raise InvalidField(
            "cursor",
            "cursor-of-this-list",
            "Con trỏ không thuộc danh sách này",
            "The cursor is not of this list",
        )
    start = ids.index(asked.cursor) + 1 if asked.cursor else 0
    page = rows[start : start + asked.limit]
    return DutyPage(items=page, next_cursor=page[-1].id if start + asked.limit < len(rows) else None)
