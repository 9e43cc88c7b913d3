"""What a consulted body says of a plan."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from contracts.errors import InvalidField
from contracts.names import Named
from supervision.plans.domain.topic import TopicCode

ViewKind = Annotated[
    Literal["agreed", "overlap"],
    Named("Ý kiến", "View", codes={"agreed": "Nhất trí", "overlap": "Có trùng lặp"}),
]


@dataclass(eq=False)
class View:
    """What a consulted body said, on its own day."""

    plan_id: str
    consulted_body: str
    view: ViewKind
    overlapping: list[TopicCode]
    remark: str | None
    stated_on: date
    resolution: str | None = None

    def __post_init__(self) -> None:
        """An overlap says which topics, and why. Raises InvalidField."""
        if self.view == "overlap" and not (self.overlapping and self.remark):
            raise InvalidField(
                "overlapping" if self.remark else "remark",
                "required-for-overlap",
                "Nêu trùng lặp thì phải nêu chuyên đề và lý do",
                "Whoever names an overlap says which topics, and why",
            )

    @property
    def is_open(self) -> bool:
        """Whether it names an overlap that nobody has resolved."""
        return self.view == "overlap" and self.resolution is None
