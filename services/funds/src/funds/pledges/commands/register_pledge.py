"""Registering a pledge."""

from contracts.funds.pledges import PledgeRegistered
from funds.drives.domain.coordination import RAISING, evidence_of_raising
from funds.drives.domain.fund import Fund
from funds.drives.guards import check_of_own_fund, fund_board, fund_of_own_drive
from funds.drives.repository import Drives
from funds.ledger.repository import Ledger
from funds.pledges.answers import pledge_standing
from funds.pledges.domain.donor import Donor
from funds.pledges.domain.pledge import Pledge, entry_of_pledge
from funds.pledges.donors import donor_of
from funds.pledges.messages import PledgeStanding, RegisterPledge
from funds.pledges.repository import Donors, Pledges
from shared.service import command
from shared.work import Work


@command(
    RegisterPledge,
    post="/pledges",
    may=fund_board,
    vi="Đăng ký cam kết ủng hộ",
    duties=(RAISING,),
    takes=["pledge:register", "drive:register_pledge"],
    checks=check_of_own_fund,
)
def register_pledge(wanted: RegisterPledge, work: Work) -> PledgeStanding:
    """Register a promise of money, which raises memo account 001 and is never income.

    Duty II.2a-a. Whole VND. Raises NotFound, NotAllowed, WrongStep, InvalidField (donor_*, due_on).
    """
    drive = Drives(work).get(wanted.drive_id)
    fund = fund_of_own_drive(drive, work)
    drive.check_takes_pledge(work.today)
    donor = donor_of(fund, work, kind=wanted.donor_kind, donor_id=wanted.donor_id, name=wanted.donor_name)
    Donors(work).keep(donor)
    pledge = _new_pledge(wanted, fund, donor, work)
    Pledges(work).add(pledge)
    Ledger(work).post(entry_of_pledge(work.new_id("ent"), pledge))
    _tell(pledge, fund, work)
    return pledge_standing(pledge)


def _new_pledge(wanted: RegisterPledge, fund: Fund, donor: Donor | None, work: Work) -> Pledge:
    return Pledge(
        id=work.new_id("plg"),
        fund_id=fund.id,
        drive_id=wanted.drive_id,
        donor_id=donor.id if donor else None,
        donor_kind=wanted.donor_kind,
        amount_vnd=wanted.amount_vnd,
        due_on=wanted.due_on,
        registered_on=work.today,
        registering_body=work.actor.body,
        restriction=wanted.restriction,
    )


def _tell(pledge: Pledge, fund: Fund, work: Work) -> None:
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
