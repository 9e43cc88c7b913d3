"""Beginning the trial of a model."""

from campaigns.history import note
from campaigns.models.domain.evidence import (
    BUILT_BY_MEMBERS,
    REPLICATED_WITH_STATE,
    RURAL_MODELS,
    duties_of_building,
)
from campaigns.models.domain.member import Member
from campaigns.models.domain.model import Model
from campaigns.models.guards import proposes_models, require_chair
from campaigns.models.standing import standing
from campaigns.store.store import CampaignStore
from contracts.campaigns.models.commands import ModelStanding, StartPilot
from contracts.campaigns.models.events import ModelRegistered
from shared.service import command
from shared.work import Work


@command(
    StartPilot,
    post="/models/{model_id}/pilot",
    may=proposes_models,
    duties=(BUILT_BY_MEMBERS, REPLICATED_WITH_STATE, RURAL_MODELS),
)
def start_pilot(wanted: StartPilot, work: Work[CampaignStore]) -> ModelStanding:
    """Begin to try out a proposed model with the bodies that agreed to coordinate.

    Duty II.3a-b where a member organisation builds a model of poverty reduction; II.3b-a where a state
    body joined; III.1.2-a where the department of rural development joined a model of the new countryside.
    Raises: NotAllowed (chair-only), NotFound, WrongStep, InvalidField.
    """
    model = work.store.models.model(wanted.model_id)
    require_chair(work.actor, model)
    model.pilot(work.today)
    joined = [each for each in work.store.models.members(model.id) if each.has_joined(work.today)]
    note(work, model.id, "start_pilot", model.state)
    functions = [each.functions for each in joined]
    work.emit(_event(model, joined), duties=duties_of_building(model.type, work.actor.functions, functions))
    return standing(model)


def _event(model: Model, joined: list[Member]) -> ModelRegistered:
    return ModelRegistered.model_validate(
        {
            "model_id": model.id,
            "type": model.type,
            "subject_kind": model.subject_kind,
            "unit_code": model.unit_code,
            "chair_org": model.chair_org,
            "members": [each.body for each in joined],
            "started_on": model.started_on,
        }
    )
