"""Recognising a model."""

from campaigns.pilot_models.domain.evidence import BUILT_BY_MEMBERS, duties_of_own_model
from campaigns.pilot_models.domain.facts import facts_of
from campaigns.pilot_models.domain.model import Model
from campaigns.pilot_models.guards import of_recognising_level, recognises_models
from campaigns.pilot_models.messages.commands import ModelDecision, RecogniseModel
from campaigns.pilot_models.repository import PilotModels
from contracts.campaigns.pilot_models import ModelRecognised
from contracts.reference import Body
from shared.domain.facts import freeze
from shared.service import command
from shared.work import Work


@command(
    RecogniseModel,
    post="/models/{model_id}/recognise",
    may=recognises_models,
    vi="Công nhận mô hình",
    duties=(BUILT_BY_MEMBERS,),
    takes=["pilot_model:recognise"],
    checks=of_recognising_level,
)
def recognise_model(wanted: RecogniseModel, work: Work) -> ModelDecision:
    """Recognise a model whose evaluation holds that it works; the facts behind it are frozen with it.

    Duty II.3a-b where a member organisation built a model of poverty reduction. The Front's standing
    board of the chair's level decides.
    Raises: NotAllowed (front-standing-of-level), NotFound, WrongStep, DayBeforeLastStep.
    """
    model = PilotModels(work).get(wanted.model_id)
    of_recognising_level(model, work)
    model.recognise(work.actor.body, wanted.decision_no, work.today)
    digest = _freeze(model, work)
    chair = Body.on(model.chair_body, model.proposed_on, "chair_body")
    work.emit(_recognised(model, wanted, work), duties=duties_of_own_model(model.type, chair.functions))
    return ModelDecision(model_id=model.id, state=model.state, decided_on=work.today, facts_digest=digest)


def _freeze(model: Model, work: Work) -> str:
    members, supports = PilotModels(work).members(model.id), PilotModels(work).supports(model.id)
    return freeze(model, facts_of(model, members, supports, work.today))


def _recognised(model: Model, wanted: RecogniseModel, work: Work) -> ModelRecognised:
    return ModelRecognised(
        model_id=model.id,
        type=model.type,
        unit_code=model.unit_code,
        decision_no=wanted.decision_no,
        decided_on=work.today,
        households_benefiting=(model.evaluation or {})["households_benefiting"],
    )
