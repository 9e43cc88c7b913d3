"""The pledges of a drive, for the fund's own board: they show names."""

from funds.drives.guards import fund_board, own_drive
from funds.pledges.answers import pledge_view
from funds.pledges.messages import PledgePage, Pledges
from funds.pledges.repository import Donors
from funds.pledges.repository import Pledges as KeptPledges
from shared.service import query
from shared.work import Work


@query(Pledges, get="/pledges", may=fund_board, vi="Danh sách cam kết ủng hộ", personal=True)
def pledges(asked: Pledges, work: Work) -> PledgePage:
    """List the pledges of one drive with their donors' names. Raises NotFound, NotAllowed."""
    own_drive(asked.drive_id, work)
    found, cursor = KeptPledges(work).page(asked)
    donors = Donors(work)
    items = [pledge_view(pledge, donors.named(pledge.donor_id)) for pledge in found]
    return PledgePage(items=items, next_cursor=cursor)
