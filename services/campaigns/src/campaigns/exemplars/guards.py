"""Who may do what with a nomination whose area is stored with it (§2.3)."""

from datetime import date

from campaigns.domain.places import inside
from campaigns.exemplars.domain.exemplar import Exemplar
from contracts.errors import InvalidField, NotAllowed
from contracts.reference import agencies
from shared.authority import Actor, any_of, function, level, own_unit, side

sets_criteria = side("front") & function("front-standing")
nominates = side("front") & function("area-front-group") & own_unit("kdc_id")
seconds = function("area-head", "area-branch")
reviews = side("front") & level("X") & function("front-committee")
decides = side("front") & function("front-standing", "front-committee")
awards = side("front") & any_of(function("area-front-group"), function("front-standing", "front-committee"))
sees_persons = side("front") & any_of(
    function("area-front-group"), function("front-standing", "front-committee")
)


def require_area(actor: Actor, exemplar: Exemplar, on: date) -> None:
    """Refuse a body whose own unit does not hold the area. Raises NotAllowed."""
    if not inside(exemplar.kdc_id, actor.unit, on):
        raise NotAllowed(
            "own-unit-or-below:kdc_id",
            "Chỉ trong địa bàn của cơ quan mình hoặc cấp dưới",
            "Only in the agency's own unit or below",
        )


def require_decider(actor: Actor, exemplar: Exemplar, on: date) -> None:
    """Refuse whoever is not the Front's standing board of the level proposed. Raises NotAllowed.

    At the province it is the standing board; below, the Front committee acts through its own. Where a
    level has ended, its nominations pass to the province.
    """
    still = exemplar.level if agencies().holding("front-committee", on, exemplar.level) else "T"
    named = "front-standing" if still == "T" else "front-committee"
    if actor.level != still or named not in actor.functions:
        raise NotAllowed(
            "front-standing-of-level",
            f"Chỉ Thường trực Mặt trận cấp {still} quyết định khen thưởng này",
            f"Only the Front's standing board of level {still} decides this commendation",
        )
    require_area(actor, exemplar, on)


def require_level(name: str, on: date) -> None:
    """Refuse to propose a level that has no Front committee on the day. Raises InvalidField."""
    if not agencies().holding("front-committee", on, name):
        raise InvalidField(
            "level",
            "level-in-force",
            f"Ngày này không có Mặt trận cấp {name}",
            f"There is no Front of level {name} on the day",
        )
