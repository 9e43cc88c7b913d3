"""How far a body reaches: its own unit, all below it, or what lies directly below it (§2.3)."""

from datetime import date

from campaigns.domain.places import inside
from contracts.errors import NotAllowed
from contracts.reference import agencies
from shared.authority import Actor


def require_own_unit(actor: Actor, unit_code: str) -> None:
    """Refuse whoever is not of the unit itself. Raises NotAllowed."""
    if actor.unit != unit_code:
        raise NotAllowed(
            "own-unit", "Chỉ trong địa bàn của chính cơ quan mình", "Only in the agency's own unit"
        )


def require_within(actor: Actor, unit_code: str, on: date) -> None:
    """Refuse a body whose own unit does not hold another. Raises NotAllowed."""
    if not inside(unit_code, actor.unit, on):
        raise NotAllowed(
            "own-unit-or-below",
            "Chỉ trong địa bàn của cơ quan mình hoặc cấp dưới",
            "Only in the agency's own unit or below",
        )


def require_committee_above(actor: Actor, unit_code: str, on: date) -> None:
    """Refuse whoever is not the People's Committee next above a commune. Raises NotAllowed.

    It is the district's while there are districts, the province's from then on.
    """
    above = "H" if agencies().holding("peoples-committee", on, "H") else "T"
    if actor.level != above or "peoples-committee" not in actor.functions:
        raise NotAllowed(
            "next-level-above",
            "Chỉ Ủy ban nhân dân cấp trên trực tiếp được làm việc này",
            "Only the People's Committee next above may do this",
        )
    require_within(actor, unit_code, on)
