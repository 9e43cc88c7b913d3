"""Giving the donor of a pledge more time."""

from contracts.funds.pledges import PledgeExtended
from funds.drives.domain.fund import Fund
from funds.drives.guards import check_of_own_fund, fund_board, own_fund
from funds.pledges.answers import pledge_standing
from funds.pledges.domain.pledge import Pledge
from funds.pledges.messages import ExtendPledge, PledgeStanding
from funds.pledges.repository import Pledges
from shared.service import command
from shared.work import Work


@command(
    ExtendPledge,
    post="/pledges/{pledge_id}/extend",
    may=fund_board,
    vi="Gia hạn cam kết ủng hộ",
    takes=["pledge:extend", "pledge:extend_overdue", "pledge:extend_overdue_part"],
    checks=check_of_own_fund,
)
def extend_pledge(wanted: ExtendPledge, work: Work) -> PledgeStanding:
    """Put the due day of a pledge off, as its donor asked; the fund's board does, also when it is overdue.

    Raises: NotFound, NotAllowed, WrongStep, DayBeforeLastStep, InvalidField (due_on).
    """
    pledge = Pledges(work).get(wanted.pledge_id)
    fund = own_fund(pledge.fund_id, work)
    pledge.extend(wanted.due_on, work.today, wanted.reason)
    work.emit(_event(pledge, fund))
    return pledge_standing(pledge)


def _event(pledge: Pledge, fund: Fund) -> PledgeExtended:
    return PledgeExtended(
        pledge_id=pledge.id,
        fund_id=fund.id,
        fund_kind=fund.kind,
        drive_id=pledge.drive_id,
        unit_code=fund.unit_code,
        due_on=pledge.due_on,
        first_due_on=pledge.first_due_on,
    )
