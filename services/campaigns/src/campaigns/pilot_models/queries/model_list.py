"""Models, for those who are signed in."""

from campaigns.pilot_models.answers import shown
from campaigns.pilot_models.messages.queries import ModelList, ModelPage
from campaigns.pilot_models.repository import PilotModels
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(ModelList, get="/models", may=signed_in, vi="Danh sách mô hình")
def model_list(asked: ModelList, work: Work) -> ModelPage:
    """List models by unit and all below it, type, subject kind, state, words and day of the proposal."""
    found, after = PilotModels(work).page(asked)
    return ModelPage(items=[shown(each) for each in found], next_cursor=after)
