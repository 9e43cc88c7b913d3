"""Search over models and sheets of good practice."""

from campaigns.pilot_models.messages.queries import ModelHit, ModelHits, ModelSearch
from campaigns.pilot_models.repository import PilotModels
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(ModelSearch, get="/model-search", may=signed_in, vi="Tìm mô hình, cách làm hay")
def model_search(asked: ModelSearch, work: Work) -> ModelHits:
    """Find models and sheets that hold all the words, with Vietnamese marks or without."""
    found, after = PilotModels(work).search(asked)
    return ModelHits(items=[ModelHit(**each._asdict()) for each in found], next_cursor=after)
