"""Counts of nominations, for everyone."""

from campaigns.exemplars.messages import ExemplarCount, ExemplarCounts, ExemplarCountsAnswer
from campaigns.exemplars.repository import Exemplars
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(ExemplarCounts, get="/exemplar-counts", may=anyone, vi="Số liệu gương điển hình")
def exemplar_counts(asked: ExemplarCounts, work: Work) -> ExemplarCountsAnswer:
    """Count the nominations of a unit and all below it, as they stood on the day of `as_of`."""
    counted = Exemplars(work).counts(asked.unit_code, asked.year, work.today)
    return ExemplarCountsAnswer(
        unit_code=asked.unit_code,
        on=work.today,
        counts=[ExemplarCount(**each._asdict()) for each in counted],
    )
