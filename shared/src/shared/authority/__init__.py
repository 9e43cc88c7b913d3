"""Who may: actors, guards, and refusals that name their rule."""

from shared.authority.actor import DEMO, Actor, AgencyNotInForce, UnitOfAnotherLevel
from shared.authority.guards import (
    Ask,
    Guard,
    any_of,
    anyone,
    function,
    level,
    own_unit,
    own_unit_or_below,
    owner,
    province_operator,
    role,
    same_level,
    side,
    signed_in,
)

__all__ = [
    "DEMO",
    "Actor",
    "AgencyNotInForce",
    "Ask",
    "Guard",
    "UnitOfAnotherLevel",
    "any_of",
    "anyone",
    "function",
    "level",
    "own_unit",
    "own_unit_or_below",
    "owner",
    "province_operator",
    "role",
    "same_level",
    "side",
    "signed_in",
]
