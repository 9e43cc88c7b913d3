"""Who nominates beside the area's Front group: the area's head and the chapters there (II.5b)."""

from collections.abc import Sequence
from datetime import date

from contracts.errors import InvalidField
from contracts.reference import Body

HEAD, CHAPTER = "area-head", "area-branch"


def require_co_nominators(names: Sequence[str], area_code: str, on: date) -> None:
    """Check that all are of the area, and its head among them. Raises InvalidField."""
    bodies = [Body.on(name, on, f"co_nominating_bodies.{index}") for index, name in enumerate(names)]
    for index, body in enumerate(bodies):
        if body.unit_code != area_code or not body.holds(HEAD, CHAPTER):
            raise _stranger(index)
    if not any(body.holds(HEAD) for body in bodies):
        raise InvalidField(
            "co_nominating_bodies",
            "with-area-head",
            "Phải có trưởng xóm hoặc tổ trưởng tổ dân phố cùng đề nghị",
            "The area's head nominates too",
        )


def _stranger(index: int) -> InvalidField:
    return InvalidField(
        f"co_nominating_bodies.{index}",
        "head-or-chapter-of-area",
        "Phải là trưởng xóm, tổ trưởng tổ dân phố hoặc chi hội của khu dân cư",
        "It must be the area's head or a chapter there",
    )
