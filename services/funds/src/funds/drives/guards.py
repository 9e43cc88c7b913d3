"""A fund belongs to the board of its own unit: who may act on a fund and its drives (§2.3)."""

from typing import Protocol

from contracts.errors import NotAllowed
from funds.drives.domain.drive import Drive
from funds.drives.domain.fund import Fund
from funds.drives.repository import Drives, Funds
from shared.authority import function
from shared.work import Work

fund_board = function("fund-board")


class OfFund(Protocol):
    """What belongs to a fund."""

    fund_id: str


def check_own(fund: Fund, work: Work) -> None:
    """Only the board of the fund's own unit and level may act on it. Raises NotAllowed."""
    actor = work.actor
    if (actor.level, actor.unit) != (fund.level, fund.unit_code):
        raise NotAllowed(
            "own-fund",
            "Chỉ Ban vận động Quỹ của chính cấp và địa bàn của Quỹ được làm việc này",
            "Only the board of the fund's own level and unit may do this",
        )


def own_fund(fund_id: str, work: Work) -> Fund:
    """Return a fund of the actor's board. Raises NotFound, NotAllowed."""
    fund = Funds(work).get(fund_id)
    check_own(fund, work)
    return fund


def fund_of_own_drive(drive: Drive, work: Work) -> Fund:
    """Return the fund of a drive of the actor's board. Raises NotAllowed."""
    return own_fund(drive.fund_id, work)


def check_of_own_fund(thing: OfFund, work: Work) -> None:
    """Only the board of its fund acts on a drive, a pledge or a donation. Raises NotAllowed."""
    own_fund(thing.fund_id, work)


def own_drive(drive_id: str, work: Work) -> Drive:
    """Return a drive of the actor's board. Raises NotFound, NotAllowed."""
    drive = Drives(work).get(drive_id)
    check_of_own_fund(drive, work)
    return drive
