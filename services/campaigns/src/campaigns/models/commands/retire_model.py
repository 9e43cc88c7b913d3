"""Retiring a model."""

from campaigns.history import note
from campaigns.models.guards import proposes_models, require_recogniser
from campaigns.models.standing import standing
from campaigns.store.store import CampaignStore
from contracts.campaigns.models.commands import ModelStanding, RetireModel
from shared.service import command
from shared.work import Work


@command(RetireModel, post="/models/{model_id}/retire", may=proposes_models)
def retire_model(wanted: RetireModel, work: Work[CampaignStore]) -> ModelStanding:
    """Retire a model, with a reason: its chair, or the standing board that recognises it.

    What was decided and where it was carried stay readable.
    Raises: NotAllowed, NotFound, WrongStep, InvalidField.
    """
    model = work.store.models.model(wanted.model_id)
    if work.actor.body != model.chair_org:
        require_recogniser(work.actor, model, work.today)
    model.retire(wanted.reason, work.today)
    note(work, model.id, "retire_model", model.state, reason=wanted.reason)
    return standing(model)
