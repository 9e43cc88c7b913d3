"""The 115 items of Programme 75, each bound to functions and so to whoever holds them on a day.

Facts: programme notes §1. 106 operative duties, 6 principles (I), 1 basis (0), 2 formal items (S).
"""

import json
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict

from contracts.errors import NotFound
from contracts.names import Name, Named
from contracts.reference.agencies import Agency, agencies
from contracts.values import BodyLevel

DutyKind = Annotated[
    Literal["duty", "principle", "basis", "formal"],
    Named(
        "Loại mục của Chương trình",
        "Kind of item",
        codes={
            "duty": "Nhiệm vụ",
            "principle": "Yêu cầu, nguyên tắc",
            "basis": "Căn cứ",
            "formal": "Thể thức",
        },
    ),
]
DutyRole = Annotated[
    Literal["lead", "coord", "direct", "guide", "advise", "do"],
    Named(
        "Vai trò",
        "Role",
        codes={
            "lead": "Chủ trì",
            "coord": "Phối hợp",
            "direct": "Chỉ đạo",
            "guide": "Hướng dẫn",
            "advise": "Tham mưu",
            "do": "Thực hiện",
        },
    ),
]
DUTY = Name("nhiệm vụ", "duty")


class DutyActor(BaseModel):
    """Who has a part in a duty: the holders of a function, at these levels or at every one."""

    model_config = ConfigDict(frozen=True)

    function: str
    role: DutyRole
    levels: tuple[BodyLevel, ...] = ()

    def agencies_on(self, day: date) -> list[Agency]:
        """Return the agencies meant, as of a day."""
        held = agencies().holding(self.function, day)
        return [each for each in held if not self.levels or each.level in self.levels]


class Duty(BaseModel):
    """One item of the programme; `cited` is how its text names the actors."""

    model_config = ConfigDict(frozen=True)

    id: str
    clause: str
    kind: DutyKind
    text_vi: str
    text_en: str
    services: tuple[str, ...]
    actors: tuple[DutyActor, ...]
    cited: str
    holds: str
    events: tuple[str, ...]


class Duties:
    """Every item, in the order of the programme's text."""

    def __init__(self, items: Iterable[Duty]) -> None:
        """Index the items by their id."""
        self._by_id = {item.id: item for item in items}

    def all(self) -> list[Duty]:
        """Return all items in the order of the programme's text."""
        return list(self._by_id.values())

    def get(self, duty_id: str) -> Duty:
        """Return an item. Raises NotFound."""
        if duty_id not in self._by_id:
            raise NotFound(what=DUTY, id=duty_id)
        return self._by_id[duty_id]

    def responsible(self, duty_id: str, on: date) -> list[tuple[Agency, DutyRole]]:
        """Return the agencies with a part in an item on a day, each once, with its first role.

        Raises NotFound.
        """
        return list(_responsible(self.get(duty_id).id, on))


@lru_cache(maxsize=4096)
def _responsible(duty_id: str, on: date) -> tuple[tuple[Agency, DutyRole], ...]:
    found: dict[str, tuple[Agency, DutyRole]] = {}
    for actor in duties().get(duty_id).actors:
        for agency in actor.agencies_on(on):
            found.setdefault(agency.code, (agency, actor.role))
    return tuple(found.values())


@cache
def duties() -> Duties:
    """Load the items, once."""
    text = files("contracts.reference").joinpath("data/duties.json").read_text(encoding="utf-8")
    return Duties(Duty.model_validate(item) for item in json.loads(text))
