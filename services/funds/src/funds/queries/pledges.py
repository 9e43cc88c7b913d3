"""Pledges, for the fund's own board: they show names."""

from typing import Any

from sqlalchemy import Select, select

from contracts.funds.queries import PledgePage, Pledges
from funds.board import fund_board, own_fund
from funds.domain.pledge import Pledge
from funds.queries.views import pledge_view
from funds.store import tables
from funds.store.store import FundsStore
from shared.paging import page_of
from shared.service import query
from shared.work import Work

columns = tables.pledges.c


@query(Pledges, get="/pledges", may=fund_board, personal=True)
def pledges(asked: Pledges, work: Work[FundsStore]) -> PledgePage:
    """List the pledges of one drive with their donors' names. Raises NotFound, NotAllowed."""
    own_fund(work.store.drive(asked.drive_id).fund_id, work)
    found, cursor = page_of(work.session, _matching(asked), columns.id, asked)
    views = [pledge_view(pledge, work.store.donor_or_none(pledge.donor_id)) for pledge in found]
    return PledgePage(items=views, next_cursor=cursor)


def _matching(asked: Pledges) -> Select[Any]:
    statement = select(Pledge).where(columns.drive_id == asked.drive_id)
    match asked.state:
        case "registered":
            return statement.where(columns.received_vnd == 0)
        case "partly_received":
            return statement.where(columns.received_vnd > 0, columns.received_vnd < columns.amount_vnd)
        case "fulfilled":
            return statement.where(columns.received_vnd == columns.amount_vnd)
        case None:
            return statement
