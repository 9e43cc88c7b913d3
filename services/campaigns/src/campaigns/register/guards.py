"""Who keeps and who reads the register of households."""

from datetime import date

from campaigns.domain.places import inside
from contracts.errors import NotAllowed
from shared.authority import Actor, function, level, own_unit, own_unit_or_below, side

keeps_register = side("front") & level("X") & function("front-committee") & own_unit("unit_code")
goes_on = side("front") & level("X") & function("front-committee")
reads_imports = side("front") & function("front-standing", "front-committee")
reads_register = (
    side("front")
    & function("front-standing", "front-committee", "area-front-group")
    & own_unit_or_below("kdc_id")
)


def require_commune(actor: Actor, unit_code: str, on: date) -> None:
    """Refuse a body whose own unit does not hold the commune. Raises NotAllowed."""
    if not inside(unit_code, actor.unit, on):
        raise NotAllowed(
            "own-unit-or-below",
            "Chỉ trong địa bàn của cơ quan mình hoặc cấp dưới",
            "Only in the agency's own unit or below",
        )
