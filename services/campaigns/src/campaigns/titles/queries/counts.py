"""How many titles: public counts, never whose."""

from campaigns.store.store import CampaignStore
from campaigns.titles.store import Counted
from contracts.campaigns.titles.queries import Share, TitleCount, TitleCounts, TitleCountsAnswer
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(TitleCounts, get="/title-counts", may=anyone)
def title_counts(asked: TitleCounts, work: Work[CampaignStore]) -> TitleCountsAnswer:
    """Count the titles of a unit and all below it for a year, as they stood on the day of `as_of`."""
    counted = work.store.titles.counts(asked.unit_code, asked.year, work.today)
    return TitleCountsAnswer(
        unit_code=asked.unit_code, year=asked.year, on=work.today, counts=[_count(each) for each in counted]
    )


def _count(counted: Counted) -> TitleCount:
    share = Share(numerator=counted.recognised, denominator=counted.registered)
    return TitleCount.model_validate({**counted._asdict(), "recognised_of_registered": share})
