"""Who may do what with a model whose place is stored with it (§2.3)."""

from datetime import date

from campaigns.domain.places import inside
from campaigns.models.domain.member import meeting_level
from campaigns.models.domain.model import Model
from contracts.errors import NotAllowed
from contracts.reference import agencies
from shared.authority import Actor, any_of, function, own_unit_or_below, side

PROPOSERS = (
    "member-organisation",
    "socio-political-organisation",
    "front-standing",
    "front-committee",
    "area-front-group",
)
STATE_UNITS = ("state-department", "peoples-committee")

proposes_models = side("front") & function(*PROPOSERS)
coordinates_models = any_of(side("front") & function(*PROPOSERS), side("state") & function(*STATE_UNITS))
recognises_models = side("front") & function("front-standing", "front-committee")
proposes_here = proposes_models & own_unit_or_below("unit_code")
replicates_here = coordinates_models & own_unit_or_below("to_unit")
publishes_here = coordinates_models & own_unit_or_below("unit_code")


def require_chair(actor: Actor, model: Model) -> None:
    """Refuse whoever does not chair the model. Raises NotAllowed."""
    if actor.body != model.chair_org:
        raise NotAllowed(
            "chair-only",
            "Chỉ tổ chức chủ trì mô hình được làm việc này",
            "Only the body that chairs the model may do this",
        )


def require_unit(actor: Actor, unit_code: str, on: date) -> None:
    """Refuse a body whose own unit does not hold the place. Raises NotAllowed."""
    if not inside(unit_code, actor.unit, on):
        raise NotAllowed(
            "own-unit-or-below:unit_code",
            "Chỉ trong địa bàn của cơ quan mình hoặc cấp dưới",
            "Only in the agency's own unit or below",
        )


def require_recogniser(actor: Actor, model: Model, on: date) -> None:
    """Refuse whoever is not the Front's standing board of the chair's level. Raises NotAllowed.

    At the province it is the standing board; below, the Front committee acts through its own. Where a
    level has ended, its models pass to the province.
    """
    level = meeting_level(model.chair_level)
    if not agencies().holding("front-committee", on, level):
        level = "T"
    named = "front-standing" if level == "T" else "front-committee"
    if actor.level != level or named not in actor.functions:
        raise NotAllowed(
            "front-standing-of-level",
            f"Chỉ Thường trực Mặt trận cấp {level} công nhận mô hình này",
            f"Only the Front's standing board of level {level} recognises this model",
        )
    require_unit(actor, model.unit_code, on)
