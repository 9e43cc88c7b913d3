"""Retiring a model."""

from campaigns.pilot_models.answers import standing
from campaigns.pilot_models.guards import chair_or_recogniser, proposes_models
from campaigns.pilot_models.messages.commands import ModelStanding, RetireModel
from campaigns.pilot_models.repository import PilotModels
from shared.service import command
from shared.work import Work


@command(
    RetireModel,
    post="/models/{model_id}/retire",
    may=proposes_models,
    vi="Dừng mô hình",
    takes=["pilot_model:retire"],
    checks=chair_or_recogniser,
)
def retire_model(wanted: RetireModel, work: Work) -> ModelStanding:
    """Retire a model, with a reason: its chair, or the standing board that recognises it.

    What was decided and where it was carried stay readable.
    Raises: NotAllowed, NotFound, WrongStep, DayBeforeLastStep.
    """
    model = PilotModels(work).get(wanted.model_id)
    chair_or_recogniser(model, work)
    model.retire(wanted.reason, work.today)
    return standing(model)
