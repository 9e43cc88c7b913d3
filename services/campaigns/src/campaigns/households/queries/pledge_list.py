"""What households registered and kept, by household, for the Front of the place."""

from campaigns.common.record import record
from campaigns.households.guards import reads_pledges
from campaigns.households.messages import PledgeList, PledgePage, PledgeRecord
from campaigns.households.repository import Households
from shared.service import query
from shared.work import Work


@query(
    PledgeList,
    get="/registrations/of-area",
    may=reads_pledges,
    vi="Đăng ký của các hộ trong khu dân cư",
    personal=True,
)
def pledge_list(asked: PledgeList, work: Work) -> PledgePage:
    """List what the households of an area registered for a year, by reference, and how it ended.

    Each reading is audited.
    """
    found, after = Households(work).pledges(asked)
    items = [record(PledgeRecord, each, registration_id=each.id) for each in found]
    return PledgePage(items=items, next_cursor=after)
