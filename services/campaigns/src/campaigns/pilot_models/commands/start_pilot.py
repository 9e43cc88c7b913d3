"""Beginning the trial of a model."""

from campaigns.pilot_models.answers import standing
from campaigns.pilot_models.domain.evidence import (
    BUILT_BY_MEMBERS,
    REPLICATED_WITH_STATE,
    RURAL_MODELS,
    duties_of_building,
)
from campaigns.pilot_models.domain.member import Member
from campaigns.pilot_models.domain.model import Model
from campaigns.pilot_models.guards import own_model, proposes_models
from campaigns.pilot_models.messages.commands import ModelStanding, StartPilot
from campaigns.pilot_models.repository import PilotModels
from contracts.campaigns.pilot_models import ModelRegistered
from shared.service import command
from shared.work import Work


@command(
    StartPilot,
    post="/models/{model_id}/pilot",
    may=proposes_models,
    vi="Bắt đầu thực hiện thí điểm mô hình",
    duties=(BUILT_BY_MEMBERS, REPLICATED_WITH_STATE, RURAL_MODELS),
    takes=["pilot_model:pilot"],
    checks=own_model,
)
def start_pilot(wanted: StartPilot, work: Work) -> ModelStanding:
    """Begin to try out a proposed model with the bodies that agreed to coordinate.

    Duty II.3a-b where a member organisation builds a model of poverty reduction; II.3b-a where a state
    body joined; III.1.2-a where the department of rural development joined a model of the new countryside.
    Raises: NotAllowed (chair-only), NotFound, WrongStep, DayBeforeLastStep.
    """
    model = PilotModels(work).get(wanted.model_id)
    own_model(model, work)
    model.pilot(work.today)
    joined = [each for each in PilotModels(work).members(model.id) if each.has_joined(work.today)]
    duties = duties_of_building(model.type, work.actor.functions, [each.functions for each in joined])
    work.emit(_registered(model, joined, work), duties=duties)
    return standing(model)


def _registered(model: Model, joined: list[Member], work: Work) -> ModelRegistered:
    return ModelRegistered(
        model_id=model.id,
        type=model.type,
        subject_kind=model.subject_kind,
        unit_code=model.unit_code,
        chair_body=model.chair_body,
        member_bodies=[each.member_body for each in joined],
        started_on=work.today,
    )
