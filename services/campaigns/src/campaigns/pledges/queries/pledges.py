"""What households registered and kept: by household for the area, as counts for everyone."""

from collections import Counter

from campaigns.domain.places import inside
from campaigns.pledges.guards import reads_pledges
from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.pledges.queries import (
    PledgeCounts,
    PledgeCountsAnswer,
    PledgeList,
    PledgePage,
    PledgeRecord,
)
from shared.authority import anyone
from shared.service import query
from shared.work import Work

STEPS = ("registered", "self_assessed", "confirmed", "not_confirmed")


@query(PledgeList, get="/registrations/of-area", may=reads_pledges)
def pledges(asked: PledgeList, work: Work[CampaignStore]) -> PledgePage:
    """List what the households of an area registered for a year, by reference, and how it ended."""
    found, after = work.store.pledges.page(asked)
    items = [record(PledgeRecord, each, registration_id=each.id) for each in found]
    return PledgePage(items=items, next_cursor=after)


@query(PledgeCounts, get="/registration-counts", may=anyone)
def pledge_counts(asked: PledgeCounts, work: Work[CampaignStore]) -> PledgeCountsAnswer:
    """Count a year's registrations of a unit and all below it by step, as of the day of `as_of`."""
    total: Counter[str] = Counter()
    for kdc_id, counted in work.store.pledges.counts(asked.year, work.today).items():
        if inside(kdc_id, asked.unit_code, work.today):
            total.update(counted)
    return PledgeCountsAnswer(
        unit_code=asked.unit_code,
        year=asked.year,
        on=work.today,
        **{step: total[step] for step in STEPS},
    )
