"""How far a body reaches: all below its own unit, or what lies directly below it (§2.3)."""

from datetime import date

from campaigns.common.domain.places import inside
from contracts.errors import NotAllowed
from contracts.reference import agencies
from contracts.values import BodyLevel
from shared.authority import Actor


def require_within(actor: Actor, unit_code: str, on: date) -> None:
    """Refuse a body whose own unit does not hold another. Raises NotAllowed."""
    if not inside(unit_code, actor.unit, on):
        raise NotAllowed(
            "own-unit-or-below",
            "Chỉ trong địa bàn của cơ quan mình hoặc cấp dưới",
            "Only in the agency's own unit or below",
        )


def level_above(on: date) -> BodyLevel:
    """Return the level of the People's Committee next above a commune.

    It is the district's while there are districts, the province's from then on.
    """
    return "H" if agencies().holding("peoples-committee", on, "H") else "T"


def require_committee_above(actor: Actor, unit_code: str, on: date) -> None:
    """Refuse whoever is not the People's Committee next above a commune. Raises NotAllowed."""
    if actor.level != level_above(on) or "peoples-committee" not in actor.functions:
        raise NotAllowed(
            "next-level-above",
            "Chỉ Ủy ban nhân dân cấp trên trực tiếp được làm việc này",
            "Only the People's Committee next above may do this",
        )
    require_within(actor, unit_code, on)
