"""Which body of the Front recognises a model: the standing board of the chair's level."""

from datetime import date

from campaigns.common.domain.front import COMMITTEE, STANDING
from contracts.reference import agencies, body_holding, level_of


def meeting_level(chair_level: str) -> str:
    """Return the level at which the state meets a Front body: an area's is that of its commune."""
    return "X" if chair_level == "K" else chair_level


def recogniser(chair_level: str, on: date) -> tuple[str, str]:
    """Return the level and the function of the body that recognises.

    At the province it is the standing board; below, the Front committee acts through its own. Where a
    level has ended, its models pass to the province.
    """
    level = meeting_level(chair_level)
    if level == "T" or not agencies().holding(COMMITTEE, on, level):
        return "T", STANDING
    return level, COMMITTEE


def recognisers(chair_level: str, path: str, on: date) -> list[str]:
    """Name the body that recognises a model at a place, if it can be told on a day."""
    level, function = recogniser(chair_level, on)
    unit = next((code for code in path.strip("/").split("/") if level_of(code) == level), None)
    body = body_holding(function, unit, on, level) if unit else None
    return [body] if body else []
