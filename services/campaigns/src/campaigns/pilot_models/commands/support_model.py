"""Supporting a model."""

from campaigns.common.reach import require_within
from campaigns.pilot_models.domain.evidence import POVERTY_MODELS_SUPPORTED, duties_of_support
from campaigns.pilot_models.domain.model import Model
from campaigns.pilot_models.domain.support import Support
from campaigns.pilot_models.guards import coordinates_models, in_reach
from campaigns.pilot_models.messages.commands import SupportModel, SupportStanding
from campaigns.pilot_models.repository import PilotModels
from contracts.campaigns.pilot_models import ModelSupported
from contracts.errors import InvalidField
from shared.service import command
from shared.work import Work


@command(
    SupportModel,
    post="/models/{model_id}/supports",
    may=coordinates_models,
    vi="Hỗ trợ mô hình",
    duties=(POVERTY_MODELS_SUPPORTED,),
    takes=["pilot_model:support"],
    checks=in_reach,
)
def support_model(wanted: SupportModel, work: Work) -> SupportStanding:
    """Record money or goods that the acting body gave to a model, or to one replication of it.

    Duty III.1.1-b where the department of poverty reduction supports a model of poverty reduction.
    Nobody records what another gave.
    Raises: NotAllowed, NotFound, WrongStep, DayBeforeLastStep, InvalidField.
    """
    model = PilotModels(work).get(wanted.model_id)
    _require_target(wanted, model, work)
    support = _given(wanted, work)
    PilotModels(work).add(support)
    work.emit(_supported(model, support), duties=duties_of_support(model.type, work.actor.functions))
    return SupportStanding(support_id=support.id, model_id=model.id)


def _require_target(wanted: SupportModel, model: Model, work: Work) -> None:
    if wanted.replication_id is None:
        in_reach(model, work)
        model.require_support(work.today, model.started_on)
        return
    edge = PilotModels(work).replication(wanted.replication_id)
    if edge.model_id != model.id:
        raise InvalidField(
            "replication_id",
            "of-this-model",
            "Lần nhân rộng này không phải của mô hình",
            "This replication is not of the model",
        )
    require_within(work.actor, edge.to_unit, work.today)
    model.require_support(work.today, edge.replicated_on)


def _given(wanted: SupportModel, work: Work) -> Support:
    return Support(
        id=work.new_id("sup"),
        model_id=wanted.model_id,
        replication_id=wanted.replication_id,
        supporting_body=work.actor.body,
        given_on=work.today,
        kind=wanted.kind,
        amount_vnd=wanted.amount_vnd,
        item=wanted.item,
        quantity=None if wanted.quantity is None else f"{wanted.quantity:f}",
        measure_unit=wanted.measure_unit,
        recorded_at=work.now,
    )


def _supported(model: Model, support: Support) -> ModelSupported:
    return ModelSupported(
        support_id=support.id,
        model_id=model.id,
        unit_code=model.unit_code,
        replication_id=support.replication_id,
        supporting_body=support.supporting_body,
        kind=support.kind,
        amount_vnd=support.amount_vnd,
        item=support.item,
        quantity=support.quantity,
        measure_unit=support.measure_unit,
        given_on=support.given_on,
    )
