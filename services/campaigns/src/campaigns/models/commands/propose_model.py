"""Proposing a model."""

from campaigns.domain.campaign import distinct
from campaigns.domain.folding import folded
from campaigns.history import note
from campaigns.models.domain.member import Member, require_same_level
from campaigns.models.domain.model import Model
from campaigns.models.domain.subjects import place_of, require_subject
from campaigns.models.guards import PROPOSERS, STATE_UNITS, proposes_here
from campaigns.models.standing import standing
from campaigns.store.store import CampaignStore
from contracts.campaigns.models.commands import ModelStanding, ProposeModel
from contracts.errors import InvalidField
from contracts.reference import Body
from shared.service import command
from shared.work import Work


@command(ProposeModel, post="/models", may=proposes_here)
def propose_model(wanted: ProposeModel, work: Work[CampaignStore]) -> ModelStanding:
    """Propose to build a model; the acting body chairs it, and those invited answer for themselves.

    Which subjects a type has is the programme's (II.3a, III.1.2). A household is known by its reference
    alone. State bodies are invited at the chair's own level.
    Raises: NotAllowed, InvalidField.
    """
    require_subject(wanted.type, wanted.subject_kind, wanted.subject_ref)
    path = place_of(wanted.subject_kind, wanted.unit_code, work.today).path
    _require_household(wanted, work)
    model = _model(wanted, path, work)
    invited = [
        _invited(name, f"coordinators.{index}", model, work)
        for index, name in enumerate(distinct(list(wanted.coordinators), "coordinators"))
    ]
    work.store.add(model)
    work.store.add(*invited)
    note(work, model.id, "propose_model", model.state)
    return standing(model)


def _require_household(wanted: ProposeModel, work: Work[CampaignStore]) -> None:
    ref = wanted.subject_ref
    if wanted.subject_kind != "household" or ref is None:
        return
    if ref not in work.store.titles.households_of(wanted.unit_code, [ref]):
        raise InvalidField(
            "subject_ref",
            "household-of-area",
            "Hộ này không có trong danh sách của khu dân cư",
            "This household is not in the area's list",
        )


def _model(wanted: ProposeModel, path: str, work: Work[CampaignStore]) -> Model:
    return Model(
        id=work.new_id("mdl"),
        type=wanted.type,
        subject_kind=wanted.subject_kind,
        subject_ref=wanted.subject_ref,
        unit_code=wanted.unit_code,
        path=path,
        name_vi=wanted.name_vi,
        summary=wanted.summary,
        search_text=folded(wanted.name_vi, wanted.summary),
        chair_org=work.actor.body,
        chair_level=work.actor.level,
        proposed_on=work.today,
        stands_since=work.today,
        recorded_at=work.now,
    )


def _invited(name: str, field: str, model: Model, work: Work[CampaignStore]) -> Member:
    body = Body.on(name, work.today, field)
    wanted = PROPOSERS if body.side == "front" else STATE_UNITS if body.side == "state" else ()
    if name == model.chair_org or not body.holds(*wanted):
        raise InvalidField(
            field,
            "coordinates-models",
            f"{name} không phải là cơ quan phối hợp xây dựng mô hình",
            f"{name} is no body that coordinates in models",
        )
    require_same_level(body, model.chair_level, field)
    return Member(
        id=work.new_id("mem"),
        model_id=model.id,
        body=name,
        side=body.side,
        functions=sorted(body.functions),
        recorded_at=work.now,
    )
