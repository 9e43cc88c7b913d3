"""How many households kept what they registered: counts for everyone."""

from collections import Counter

from campaigns.common.domain.places import inside
from campaigns.households.messages import PledgeCounts, PledgeCountsAnswer
from campaigns.households.repository import Households
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(
    PledgeCounts,
    get="/registration-counts",
    may=anyone,
    vi="Số hộ theo kết quả thực hiện đăng ký",
)
def pledge_counts(asked: PledgeCounts, work: Work) -> PledgeCountsAnswer:
    """Count a year's registrations of a unit and all below it by step, as of the day of `as_of`."""
    total: Counter[str] = Counter()
    for area_code, counted in Households(work).counts(asked.year, work.today).items():
        if inside(area_code, asked.unit_code, work.today):
            total.update(counted)
    return PledgeCountsAnswer(
        unit_code=asked.unit_code,
        year=asked.year,
        on=work.today,
        registered=total["registered"],
        self_assessed=total["self_assessed"],
        confirmed=total["confirmed"],
        not_confirmed=total["not_confirmed"],
    )
