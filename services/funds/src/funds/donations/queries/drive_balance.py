"""What a drive was promised and given, open to everyone."""

from funds.donations.answers import donor_kind_total
from funds.donations.messages import DriveBalance, DriveWithBalance
from funds.donations.repository import Donations
from funds.drives.answers import drive_view
from funds.drives.repository import Drives, Funds
from funds.pledges.repository import Pledges
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(DriveBalance, get="/drives/{drive_id}", may=anyone, vi="Kết quả đợt vận động")
def drive_balance(asked: DriveBalance, work: Work) -> DriveWithBalance:
    """Show a drive with what was pledged and received, exact to the dong, and by kind of donor.

    Reversed receipts are in no total. Raises NotFound.
    """
    drive = Drives(work).get(asked.drive_id)
    pledged, given = Pledges(work).made_to(drive.id), Donations(work).given_to(drive.id)
    return DriveWithBalance(
        **dict(drive_view(drive, Funds(work).get(drive.fund_id), work)),
        pledged_vnd=pledged.pledged_vnd,
        outstanding_vnd=pledged.pledged_vnd - pledged.received_vnd,
        received_vnd=sum(each.received_vnd for each in given),
        donations=sum(each.donations for each in given),
        pledges=pledged.pledges,
        by_donor_kind=[donor_kind_total(each) for each in given],
    )
