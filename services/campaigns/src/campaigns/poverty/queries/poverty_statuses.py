"""The status of an area's households, shown to the state and the Front of their place."""

from campaigns.common.record import record
from campaigns.poverty.guards import reads_households
from campaigns.poverty.messages.queries import PovertyStanding, PovertyStandingPage, PovertyStatuses
from campaigns.poverty.repository import PovertyReviews
from shared.service import query
from shared.work import Work


@query(
    PovertyStatuses,
    get="/poverty-statuses",
    may=reads_households,
    vi="Tình trạng nghèo của các hộ trong khu dân cư",
    personal=True,
)
def poverty_statuses(asked: PovertyStatuses, work: Work) -> PovertyStandingPage:
    """List the households of an area that are poor, near-poor or escaped on the day of `as_of`."""
    found, after = PovertyReviews(work).standings(asked, work.today)
    items = [record(PovertyStanding, each, status=each.on(work.today)) for each in found]
    return PovertyStandingPage(items=items, next_cursor=after)
