"""A commune's poverty review as its bodies carry it out; every household is synthetic."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from campaigns.poverty.messages import commands
from shared.testing import Stage, actor

COMMUNE, AREA, OTHER = "05488", "05488-K001", "05488-K002"
FORMS: Mapping[str, tuple[int, tuple[str, ...]]] = {
    "poor": (100, ()),
    "near_poor": (130, ("health_insurance",)),
    "not_poor": (200, ()),
}


class Round:
    """The review of one year: each step by its body, the first on a given day."""

    def __init__(self, stage: Stage, year: int, start: date | None = None) -> None:
        self.stage, self.year, self.day = stage, year, start or date(year, 9, 1)
        self.committee, self.district = actor("ubnd-xa", COMMUNE), actor("ubnd-huyen", "164")
        self.province = actor("ubnd-tinh")
        self.refs: dict[int, str] = {}
        self.id = ""

    def act(self, command: Any, by: Any, **fields: Any) -> Any:
        given = {"review_id": self.id, **fields} if self.id else fields
        return self.stage.act(command.model_validate(given), by=by, on=self.day)

    def open(self, households: int = 100) -> Any:
        areas = [
            {"area_code": AREA, "area_type": "rural", "households": households},
            {"area_code": OTHER, "area_type": "urban", "households": 50},
        ]
        body = {"unit_code": COMMUNE, "year": self.year, "areas": areas}
        opened = self.act(commands.OpenPovertyReview, self.committee, **body)
        self.id = opened.review_id
        return opened

    def screen(self, numbers: Iterable[int], area_code: str = AREA) -> None:
        wanted = list(numbers)
        if wanted:
            named = self.act(
                commands.ScreenHouseholds, self.committee, area_code=area_code, list_numbers=wanted
            ).households
            self.refs |= {each.list_number: each.household_ref for each in named}

    def score(self, found: Mapping[int, str]) -> None:
        scores = [self.form(number, result) for number, result in found.items()]
        if scores:
            self.act(commands.ScoreHouseholds, self.committee, scores=scores)

    def form(self, number: int, result: str) -> dict[str, Any]:
        points, deprivations = FORMS[result]
        return {"household_ref": self.refs[number], "b1_points": points, "deprivations": deprivations}

    def meet(self, area_code: str = AREA, agreed: int = 40) -> None:
        meeting = {"area_code": area_code, "attended": 50, "agreed": agreed, "minutes_ref": "04/BB"}
        self.act(commands.RecordAreaMeeting, self.committee, **meeting)

    def witness(self, area_code: str = AREA) -> None:
        self.act(commands.WitnessAreaMeeting, actor("ban-ctmt", area_code), area_code=area_code)

    def step(self, command: Any, by: Any = None, **fields: Any) -> Any:
        return self.act(command, by or self.committee, **fields)

    def until_posted(self, found: Mapping[int, str]) -> None:
        self.open()
        self.screen(found)
        self.step(commands.CloseScreening)
        self.score(found)
        self.step(commands.CloseScoring)
        if found:
            self.meet()
            self.witness()
        self.step(commands.PostPovertyReview)

    def until_checked(self, found: Mapping[int, str]) -> None:
        self.until_posted(found)
        self.day += timedelta(days=20)
        self.step(commands.CloseComplaints, received=0, upheld=0)
        self.step(commands.CheckPovertyReview, self.district, doc_number="05/UBND")

    def whole(self, found: Mapping[int, str]) -> Any:
        self.until_checked(found)
        self.step(commands.DecidePovertyReview, decision_no="06/QĐ-UBND")
        return self.step(commands.ApprovePovertyReview, self.province, decision_no="165/QĐ-UBND")
