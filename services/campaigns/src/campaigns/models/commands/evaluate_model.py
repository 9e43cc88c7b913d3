"""Evaluating a model."""

from campaigns.domain.campaign import distinct
from campaigns.history import note
from campaigns.models.guards import proposes_models, require_chair
from campaigns.models.standing import standing
from campaigns.store.store import CampaignStore
from contracts.campaigns.models.commands import EvaluateModel, ModelStanding
from shared.service import command
from shared.work import Work


@command(EvaluateModel, post="/models/{model_id}/evaluate", may=proposes_models)
def evaluate_model(wanted: EvaluateModel, work: Work[CampaignStore]) -> ModelStanding:
    """Record what trying out a model gave: result, cost in đồng, indicators before and after.

    A model that does not work is `not_effective` and can only be retired.
    Raises: NotAllowed (chair-only), NotFound, WrongStep, InvalidField.
    """
    model = work.store.models.model(wanted.model_id)
    require_chair(work.actor, model)
    distinct([each.name_vi for each in wanted.indicators], "indicators")
    said = wanted.model_dump(mode="json", exclude={"model_id", "occurred_on"})
    model.evaluate(said, work.today, effective=wanted.effective)
    note(work, model.id, "evaluate_model", model.state)
    return standing(model)
