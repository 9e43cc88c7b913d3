"""A fund belongs to the board of its own unit: the guard of every act on a fund that exists."""

from contracts.errors import NotAllowed
from funds.domain.fund import Fund
from funds.store.store import FundsStore
from shared.authority import function
from shared.work import Work

fund_board = function("fund-board")


def check_own(fund: Fund, work: Work[FundsStore]) -> None:
    """Only the board of the fund's own unit and level may act on it (programme facts §2.3).

    Raises NotAllowed.
    """
    actor = work.actor
    if (actor.level, actor.unit) != (fund.level, fund.unit_code):
        raise NotAllowed(
            "own-fund",
            "Chỉ Ban vận động Quỹ của chính cấp và địa bàn của Quỹ được làm việc này",
            "Only the board of the fund's own level and unit may do this",
        )


def own_fund(fund_id: str, work: Work[FundsStore]) -> Fund:
    """Return a fund of the actor's board. Raises NotFound, NotAllowed."""
    fund = work.store.fund(fund_id)
    check_own(fund, work)
    return fund
