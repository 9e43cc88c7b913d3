"""Refusing whoever is not the board of the Front that decides at a level (§2.3)."""

from datetime import date

from campaigns.common.domain.boards import board_of
from campaigns.common.reach import require_within
from contracts.errors import NotAllowed
from contracts.names import code_name
from contracts.reference import lowered
from contracts.values import BodyLevel
from shared.authority import Actor


def require_board(actor: Actor, level: BodyLevel, unit_code: str, on: date) -> None:
    """Refuse whoever is not the Front's standing board of a level, for a place. Raises NotAllowed."""
    held, function = board_of(level, on)
    if actor.level != held or function not in actor.functions:
        name = code_name(BodyLevel, held)
        raise NotAllowed(
            "front-standing-of-level",
            f"Chỉ Thường trực Mặt trận {lowered(name).vi} quyết định việc này",
            f"Only the Front's standing board of the {name.en} decides this",
        )
    require_within(actor, unit_code, on)
