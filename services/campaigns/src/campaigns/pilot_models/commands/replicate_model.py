"""Carrying a recognised model to another place."""

from campaigns.common.domain.places import inside
from campaigns.pilot_models.answers import carried
from campaigns.pilot_models.domain.evidence import (
    POVERTY_MODELS_SUPPORTED,
    REPLICATED_WITH_STATE,
    RURAL_MODELS,
    duties_of_replication,
)
from campaigns.pilot_models.domain.graph import closes_circle
from campaigns.pilot_models.domain.levels import meeting_level
from campaigns.pilot_models.domain.model import LIFECYCLE, Model
from campaigns.pilot_models.domain.replication import AlreadyReplicated, Replication, ReplicationCycle
from campaigns.pilot_models.domain.subjects import COOPERATIVES
from campaigns.pilot_models.guards import PROPOSERS, replicates_here
from campaigns.pilot_models.messages.commands import ReplicateModel, ReplicationStanding
from campaigns.pilot_models.repository import PilotModels
from contracts.campaigns.pilot_models import ModelReplicated
from contracts.errors import InvalidField
from contracts.reference import Body, Place, unit_name
from shared.service import command
from shared.work import Work

SHARED_PLACES = ("household", *COOPERATIVES)  # a unit may hold several of these


@command(
    ReplicateModel,
    post="/models/{model_id}/replications",
    may=replicates_here,
    vi="Nhân rộng mô hình",
    duties=(REPLICATED_WITH_STATE, POVERTY_MODELS_SUPPORTED, RURAL_MODELS),
    takes=["pilot_model:replicate", "replication:replicate", "pilot_model:be_replica"],
)
def replicate_model(wanted: ReplicateModel, work: Work) -> ReplicationStanding:
    """Record that a recognised model is carried to another place, by a Front body that leads it there.

    The Front body records it itself, or a state body of the same level that coordinates. Duty II.3b-a
    where a department or People's Committee does; III.1.1-b and III.1.2-a for the departments named there.
    Raises: NotAllowed, NotFound, WrongStep (not recognised), DayBeforeLastStep, AlreadyReplicated,
    ReplicationCycle, InvalidField.
    """
    model = PilotModels(work).get(wanted.model_id)
    Place.on(wanted.to_unit, work.today, "to_unit")
    _require_lead(wanted, work)
    _require_target(wanted, model, work)
    if PilotModels(work).stands_replicated(model.id, wanted.to_unit, wanted.to_model_id):
        raise AlreadyReplicated(model_id=model.id, to=unit_name(wanted.to_unit, work.today))
    model.replicate(work.today)
    edge = _edge(wanted, work)
    PilotModels(work).add(edge)
    work.emit(_replicated(model, edge), duties=duties_of_replication(model.type, work.actor.functions))
    return carried(edge)


def _require_lead(wanted: ReplicateModel, work: Work) -> None:
    lead = Body.on(wanted.lead_body, work.today, "lead_body")
    fits = lead.side == "front" and lead.holds(*PROPOSERS)
    if not fits or (lead.unit_code and not inside(wanted.to_unit, lead.unit_code, work.today)):
        raise _wrong_lead(
            "front-body-of-place", "tổ chức của Mặt trận ở nơi đến", "a Front body of the place"
        )
    if work.actor.side == "front" and wanted.lead_body != work.actor.body:
        raise _wrong_lead("lead-records", "chính tổ chức ghi nhận", "the Front body that records it")
    if work.actor.side == "state" and meeting_level(lead.level) != work.actor.level:
        raise _wrong_lead("same-level", "tổ chức cùng cấp", "of the same level as the state body")


def _wrong_lead(rule: str, vi: str, en: str) -> InvalidField:
    return InvalidField("lead_body", rule, f"Đơn vị chủ trì phải là {vi}", f"The lead must be {en}")


def _require_target(wanted: ReplicateModel, model: Model, work: Work) -> None:
    if wanted.to_model_id is None:
        if wanted.to_unit == model.unit_code and model.subject_kind not in SHARED_PLACES:
            raise _wrong_target("to_unit", "another-place", "nơi khác", "another place")
        return
    target = PilotModels(work).get(wanted.to_model_id)
    if closes_circle(model.id, target.id, PilotModels(work).children):
        raise ReplicationCycle(model_id=model.id, to=target.id, rule="no-replication-cycle")
    if (target.type, target.unit_code) != (model.type, wanted.to_unit):
        raise _wrong_target(
            "to_model_id", "same-type-at-place", "mô hình cùng loại ở nơi đến", "of the same type, there"
        )
    LIFECYCLE.check_state(target, "be_replica", work.today)


def _wrong_target(field: str, rule: str, vi: str, en: str) -> InvalidField:
    return InvalidField(field, rule, f"Phải nhân rộng đến {vi}", f"It is replicated to a target {en}")


def _edge(wanted: ReplicateModel, work: Work) -> Replication:
    return Replication(
        id=work.new_id("rep"),
        model_id=wanted.model_id,
        to_model_id=wanted.to_model_id,
        to_unit=wanted.to_unit,
        lead_body=wanted.lead_body,
        recording_body=work.actor.body,
        adaptation=wanted.adaptation,
        replicated_on=work.today,
        recorded_at=work.now,
    )


def _replicated(model: Model, edge: Replication) -> ModelReplicated:
    return ModelReplicated(
        replication_id=edge.id,
        model_id=model.id,
        kind="full",
        from_unit=model.unit_code,
        to_unit=edge.to_unit,
        to_model_id=edge.to_model_id,
        replicated_on=edge.replicated_on,
    )
