"""At which level a Front body meets the state."""

from contracts.values import BodyLevel


def meeting_level(chair_level: BodyLevel) -> BodyLevel:
    """Return the level at which the state meets a Front body: an area's is that of its commune."""
    return "X" if chair_level == "K" else chair_level
