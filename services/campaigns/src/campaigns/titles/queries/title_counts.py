"""How many titles: public counts, never whose."""

from campaigns.titles.messages.queries import Share, TitleCount, TitleCounts, TitleCountsAnswer
from campaigns.titles.repository import Counted, Titles
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(TitleCounts, get="/title-counts", may=anyone, vi="Số liệu danh hiệu văn hóa")
def title_counts(asked: TitleCounts, work: Work) -> TitleCountsAnswer:
    """Count the titles of a unit and all below it for a year, as they stood on the day of `as_of`."""
    counted = Titles(work).counts(asked.unit_code, asked.year, work.today)
    return TitleCountsAnswer(
        unit_code=asked.unit_code, year=asked.year, on=work.today, counts=[_count(each) for each in counted]
    )


def _count(counted: Counted) -> TitleCount:
    return TitleCount(
        title=counted.title,
        registered=counted.registered,
        rejected=counted.rejected,
        revoked=counted.revoked,
        recognised=counted.recognised,
        recognised_of_registered=Share(numerator=counted.recognised, denominator=counted.registered),
    )
