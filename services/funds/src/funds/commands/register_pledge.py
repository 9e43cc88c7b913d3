"""Registering a pledge."""

from contracts.funds.commands import PledgeStanding, RegisterPledge
from contracts.funds.events import PledgeRegistered
from funds.board import fund_board, own_fund
from funds.domain.coordination import RAISING, evidence_of_raising
from funds.domain.fund import Fund
from funds.domain.ledger import entry_of_pledge
from funds.domain.pledge import Pledge
from funds.donors import donor_of
from funds.standings import pledge_standing
from funds.store.store import FundsStore
from shared.service import command
from shared.work import Work


@command(RegisterPledge, post="/pledges", may=fund_board, duties=(RAISING,))
def register_pledge(promised: RegisterPledge, work: Work[FundsStore]) -> PledgeStanding:
    """Register a promise of money, which raises memo account 001 and is never income.

    Duty II.2a-a. Whole VND. Raises NotFound, NotAllowed, WrongStep, InvalidField (donor_*, due_on).
    """
    drive = work.store.drive(promised.drive_id)
    fund = own_fund(drive.fund_id, work)
    drive.check_takes_pledge(work.today)
    pledge = Pledge(
        id=work.new_id("plg"),
        fund_id=fund.id,
        drive_id=drive.id,
        donor_id=donor_of(promised, fund, work),
        donor_kind=promised.donor_kind,
        amount_vnd=promised.amount_vnd,
        due_on=promised.due_on,
        registered_on=work.today,
        restriction=promised.restriction,
    )
    work.store.add(pledge)
    work.store.post(entry_of_pledge(work.new_id("ent"), pledge))
    _tell(pledge, fund, work)
    return pledge_standing(pledge)


def _tell(pledge: Pledge, fund: Fund, work: Work[FundsStore]) -> None:
    registered = PledgeRegistered(
        pledge_id=pledge.id,
        fund_id=fund.id,
        fund_kind=fund.kind,
        drive_id=pledge.drive_id,
        unit_code=fund.unit_code,
        donor_id=pledge.donor_id,
        donor_kind=pledge.donor_kind,
        kind="money",
        amount_vnd=pledge.amount_vnd,
        due_on=pledge.due_on,
        restriction=pledge.restriction,
    )
    work.emit(registered, duties=evidence_of_raising(fund.kind))
