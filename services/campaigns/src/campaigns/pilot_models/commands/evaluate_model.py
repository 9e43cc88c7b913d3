"""Evaluating a model."""

from campaigns.common.domain.lists import distinct
from campaigns.pilot_models.answers import standing
from campaigns.pilot_models.guards import own_model, proposes_models
from campaigns.pilot_models.messages.commands import EvaluateModel, ModelStanding
from campaigns.pilot_models.repository import PilotModels
from shared.service import command
from shared.work import Work


@command(
    EvaluateModel,
    post="/models/{model_id}/evaluate",
    may=proposes_models,
    vi="Đánh giá mô hình",
    takes=["pilot_model:evaluate", "pilot_model:find_ineffective"],
    checks=own_model,
)
def evaluate_model(wanted: EvaluateModel, work: Work) -> ModelStanding:
    """Record what trying out a model gave: result, cost in đồng, indicators before and after.

    A model that does not work is `not_effective` and can only be retired.
    Raises: NotAllowed (chair-only), NotFound, WrongStep, DayBeforeLastStep, InvalidField.
    """
    model = PilotModels(work).get(wanted.model_id)
    own_model(model, work)
    distinct([each.name_vi for each in wanted.indicators], "indicators")
    said = wanted.model_dump(mode="json", exclude={"model_id", "occurred_on"})
    model.evaluate(said, work.today, effective=wanted.effective)
    return standing(model)
