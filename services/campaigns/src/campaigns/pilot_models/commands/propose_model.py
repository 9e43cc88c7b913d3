"""Proposing a model."""

from campaigns.common.domain.lists import distinct
from campaigns.households.repository import Households
from campaigns.pilot_models.answers import standing
from campaigns.pilot_models.domain.member import Member, require_same_level
from campaigns.pilot_models.domain.model import Model
from campaigns.pilot_models.domain.subjects import place_of, require_subject
from campaigns.pilot_models.guards import PROPOSERS, STATE_UNITS, proposes_here
from campaigns.pilot_models.messages.commands import ModelStanding, ProposeModel
from campaigns.pilot_models.repository import PilotModels
from contracts.errors import InvalidField
from contracts.reference import Body
from shared.service import command
from shared.work import Work


@command(
    ProposeModel,
    post="/models",
    may=proposes_here,
    vi="Đề xuất mô hình",
    takes=["pilot_model:propose", "model_member:invite"],
)
def propose_model(wanted: ProposeModel, work: Work) -> ModelStanding:
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
        _invited(name, f"invited_bodies.{index}", model, work)
        for index, name in enumerate(model.invited_bodies)
    ]
    PilotModels(work).add(model)
    PilotModels(work).add(*invited)
    return standing(model)


def _require_household(wanted: ProposeModel, work: Work) -> None:
    ref = wanted.subject_ref
    if wanted.subject_kind != "household" or ref is None:
        return
    if ref not in Households(work).of_area(wanted.unit_code, [ref]):
        raise InvalidField(
            "subject_ref",
            "household-of-area",
            "Hộ này không có trong danh sách của khu dân cư",
            "This household is not in the area's list",
        )


def _model(wanted: ProposeModel, path: str, work: Work) -> Model:
    return Model(
        id=work.new_id("mdl"),
        type=wanted.type,
        subject_kind=wanted.subject_kind,
        subject_ref=wanted.subject_ref,
        unit_code=wanted.unit_code,
        path=path,
        name_vi=wanted.name_vi,
        summary=wanted.summary,
        chair_body=work.actor.body,
        chair_level=work.actor.level,
        invited_bodies=distinct(list(wanted.invited_bodies), "invited_bodies"),
        proposed_on=work.today,
        recorded_at=work.now,
    )


def _invited(name: str, field: str, model: Model, work: Work) -> Member:
    body = Body.on(name, work.today, field)
    wanted = PROPOSERS if body.side == "front" else STATE_UNITS if body.side == "state" else ()
    if name == model.chair_body or not body.holds(*wanted):
        raise InvalidField(
            field,
            "coordinates-models",
            f"{body.called.vi} không phải là cơ quan phối hợp xây dựng mô hình",
            f"{body.called.en} is no body that coordinates in models",
        )
    require_same_level(body, model.chair_level, field)
    return Member(
        id=work.new_id("mem"),
        model_id=model.id,
        member_body=name,
        side=body.side,
        functions=sorted(body.functions),
        invited_on=work.today,
    )
