"""Counts of outreach, for everyone."""

from campaigns.outreach.messages import OutreachCount, OutreachCounts, OutreachCountsAnswer
from campaigns.outreach.repository import Outreaches
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(OutreachCounts, get="/outreach-counts", may=anyone, vi="Số liệu hoạt động tuyên truyền, vận động")
def outreach_counts(asked: OutreachCounts, work: Work) -> OutreachCountsAnswer:
    """Count the outreach held in a unit and all below it in a year, by the day of `as_of` (VD-04)."""
    counted = Outreaches(work).counts(asked.unit_code, asked.year, work.today)
    return OutreachCountsAnswer(
        unit_code=asked.unit_code,
        year=asked.year,
        on=work.today,
        counts=[OutreachCount(**each._asdict()) for each in counted],
    )
