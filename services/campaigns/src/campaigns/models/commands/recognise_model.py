"""Recognising a model."""

from typing import Any

from campaigns.history import note
from campaigns.models.domain.evidence import BUILT_BY_MEMBERS, duties_of_own_model
from campaigns.models.domain.facts import facts_of
from campaigns.models.domain.model import Model
from campaigns.models.guards import recognises_models, require_recogniser
from campaigns.store.store import CampaignStore
from contracts.campaigns.models.commands import ModelDecision, RecogniseModel
from contracts.campaigns.models.events import ModelRecognized
from contracts.reference import Body
from shared.service import command
from shared.work import Work


@command(
    RecogniseModel, post="/models/{model_id}/recognise", may=recognises_models, duties=(BUILT_BY_MEMBERS,)
)
def recognise_model(wanted: RecogniseModel, work: Work[CampaignStore]) -> ModelDecision:
    """Recognise a model whose evaluation holds that it works; the facts behind it are frozen with it.

    Duty II.3a-b where a member organisation built a model of poverty reduction. The Front's standing
    board of the chair's level decides.
    Raises: NotAllowed (front-standing-of-level), NotFound, WrongStep, InvalidField.
    """
    model = work.store.models.model(wanted.model_id)
    require_recogniser(work.actor, model, work.today)
    model.recognise(work.actor.body, wanted.decision_no, work.today)
    members, supports = work.store.models.members(model.id), work.store.models.supports(model.id)
    digest = model.freeze(facts_of(model, members, supports, work.today))
    note(work, model.id, "recognise_model", model.state)
    chair = Body.on(model.chair_org, model.proposed_on, "chair_org")
    work.emit(_event(model), duties=duties_of_own_model(model.type, chair.functions))
    decided: dict[str, Any] = {"model_id": model.id, "state": model.state, "facts_digest": digest}
    return ModelDecision.model_validate({**decided, "decided_on": work.today})


def _event(model: Model) -> ModelRecognized:
    return ModelRecognized.model_validate(
        {
            "model_id": model.id,
            "type": model.type,
            "unit_code": model.unit_code,
            "decision_no": model.decision_no,
            "decided_on": model.recognised_on,
            "households_benefiting": (model.evaluation or {})["households_benefiting"],
        }
    )
