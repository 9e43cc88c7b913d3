"""Which body of the Front decides at a level: the standing board, or the committee through its own."""

from datetime import date

from campaigns.common.domain.front import COMMITTEE, STANDING
from contracts.reference import agencies, body_holding, level_of
from contracts.values import BodyLevel


def board_of(level: BodyLevel, on: date) -> tuple[BodyLevel, str]:
    """Return the level and the function of the body that decides what is a level's to decide.

    At the province it is the standing board; below, the Front committee acts through its own. What was
    for a level that has ended passes to the province.
    """
    if level == "T" or not agencies().holding(COMMITTEE, on, level):
        return "T", STANDING
    return level, COMMITTEE


def boards_at(level: BodyLevel, path: str, on: date) -> list[str]:
    """Name the body that decides at a level for a place, if it can be told on a day."""
    held, function = board_of(level, on)
    unit = next((code for code in path.strip("/").split("/") if level_of(code) == held), None)
    body = body_holding(function, unit, on, held) if unit else None
    return [body] if body else []
