"""The two parties to a critique: who drafts and who critiques, always «cùng cấp» (I.1-a, §2.3)."""

from datetime import date

from contracts.reference import Body, body_holding
from contracts.values import BodyLevel

DRAFTING = "drafting-body"
ORGANISATIONS = "socio-political-organisation"
FRONT = frozenset({"front-standing", "front-committee"})
CRITICS = FRONT | {ORGANISATIONS}


def is_front_itself(body: Body) -> bool:
    """Whether it is a committee of the Front or its standing board, not a member organisation."""
    return body.side == "front" and body.holds(*FRONT)


def drafts_at(body: Body, level: BodyLevel, unit_code: str) -> bool:
    """Say whether it is a state drafting body of this level and unit («cùng cấp»)."""
    return body.side == "state" and body.holds(DRAFTING) and body.is_at(level, unit_code)


def critiques_at(body: Body, level: BodyLevel, unit_code: str) -> bool:
    """Say whether it is a body of the Front that may critique at this level and unit."""
    return body.side == "front" and body.holds(*CRITICS) and body.is_at(level, unit_code)


def front_of(level: BodyLevel, unit_code: str, on: date) -> str | None:
    """Name the body of the Front that answers for a unit: the province's standing board, else a committee."""
    function = "front-standing" if level == "T" else "front-committee"
    return body_holding(function, unit_code, on, level)
