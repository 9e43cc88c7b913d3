"""Supporting a model."""

from campaigns.history import note
from campaigns.models.domain.evidence import POVERTY_MODELS_SUPPORTED, duties_of_support
from campaigns.models.domain.model import Model, require_since
from campaigns.models.domain.support import Support
from campaigns.models.guards import coordinates_models, require_unit
from campaigns.store.store import CampaignStore
from contracts.campaigns.models.commands import SupportModel, SupportStanding
from contracts.campaigns.models.events import ModelSupported
from contracts.errors import InvalidField
from shared.service import command
from shared.work import Work

SUPPORTED = ("piloting", "evaluated", "recognised", "replicated")


@command(
    SupportModel,
    post="/models/{model_id}/supports",
    may=coordinates_models,
    duties=(POVERTY_MODELS_SUPPORTED,),
)
def support_model(wanted: SupportModel, work: Work[CampaignStore]) -> SupportStanding:
    """Record money or goods that the acting body gave to a model, or to one replication of it.

    Duty III.1.1-b where the department of poverty reduction supports a model of poverty reduction.
    Nobody records what another gave.
    Raises: NotAllowed, NotFound, WrongStep, InvalidField.
    """
    model = work.store.models.model(wanted.model_id)
    model.require_state("support", *SUPPORTED)
    _require_target(wanted, model, work)
    support = _support(wanted, work)
    work.store.add(support)
    note(work, support.id, "support_model", "given")
    work.emit(_event(model, support), duties=duties_of_support(model.type, work.actor.functions))
    return SupportStanding(support_id=support.id, model_id=model.id)


def _require_target(wanted: SupportModel, model: Model, work: Work[CampaignStore]) -> None:
    if wanted.replication_id is None:
        require_unit(work.actor, model.unit_code, work.today)
        require_since(model.started_on or model.proposed_on, work.today)
        return
    edge = work.store.models.replication(wanted.replication_id)
    if edge.model_id != model.id:
        raise InvalidField(
            "replication_id",
            "of-this-model",
            "Lần nhân rộng này không phải của mô hình",
            "This replication is not of the model",
        )
    require_unit(work.actor, edge.to_unit, work.today)
    require_since(edge.replicated_on, work.today)


def _support(wanted: SupportModel, work: Work[CampaignStore]) -> Support:
    return Support(
        id=work.new_id("sup"),
        model_id=wanted.model_id,
        replication_id=wanted.replication_id,
        from_org=work.actor.body,
        given_on=work.today,
        kind=wanted.kind,
        amount_vnd=wanted.amount_vnd,
        item=wanted.item,
        quantity=None if wanted.quantity is None else f"{wanted.quantity:f}",
        measure_unit=wanted.measure_unit,
        recorded_at=work.now,
    )


def _event(model: Model, support: Support) -> ModelSupported:
    names = "model_id replication_id from_org kind amount_vnd item quantity measure_unit given_on"
    given = {name: getattr(support, name) for name in names.split()}
    return ModelSupported.model_validate({**given, "support_id": support.id, "unit_code": model.unit_code})
