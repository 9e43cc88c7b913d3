"""Counts of models, for everyone."""

from campaigns.pilot_models.messages.queries import ModelCount, ModelCounts, ModelCountsAnswer
from campaigns.pilot_models.repository import PilotModels
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(ModelCounts, get="/model-counts", may=anyone, vi="Số liệu mô hình")
def model_counts(asked: ModelCounts, work: Work) -> ModelCountsAnswer:
    """Count the models of a unit and all below it, as they stood on the day of `as_of`."""
    counted = PilotModels(work).counts(asked.unit_code, work.today)
    return ModelCountsAnswer(
        unit_code=asked.unit_code,
        on=work.today,
        counts=[ModelCount(**each._asdict()) for each in counted],
    )
