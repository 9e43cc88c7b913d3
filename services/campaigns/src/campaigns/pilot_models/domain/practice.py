"""A sheet of good practice: problem, method, cost, result, and which body to ask."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from contracts.names import Named
from shared.domain.lifecycle import Lifecycle, Step
from shared.domain.text import folded

PracticeState = Annotated[
    Literal["published", "withdrawn"],
    Named(
        "Tình trạng cách làm hay",
        "State of the practice",
        codes={"published": "Đã phổ biến", "withdrawn": "Đã gỡ"},
    ),
]

LIFECYCLE = Lifecycle(
    "practice",
    vi="Cách làm hay",
    states=PracticeState,
    steps={
        "publish": Step(to="published", vi="Phổ biến"),
        "withdraw": Step("published", to="withdrawn", vi="Gỡ"),
    },
)


@dataclass(eq=False)
class Practice:
    """A sheet, published to the whole province."""

    id: str
    unit_code: str
    path: str
    model_id: str | None
    name_vi: str
    problem: str
    method: str
    cost_vnd: int
    result: str
    contact_body: str
    publishing_body: str
    published_on: date
    recorded_at: datetime
    withdrawn_on: date | None = None
    reason: str | None = None
    search: str = field(init=False)
    state: PracticeState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life, and let it be found by its words."""
        self.search = folded(self.name_vi, self.problem, self.method, self.result)
        LIFECYCLE.begin(self, "publish", self.published_on)

    def withdraw(self, reason: str, on: date) -> None:
        """Withdraw it and say why. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "withdraw", on, reason=reason)
        self.withdrawn_on, self.reason = on, reason
