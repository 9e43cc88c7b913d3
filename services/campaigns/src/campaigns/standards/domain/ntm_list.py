"""The yearly list of communes registered to reach the new-style rural standard (III.1.3-a)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from contracts.names import Named
from contracts.reference import body_holding
from shared.domain.lifecycle import Awaits, Lifecycle, Step

DUTY = "III.1.3-a"
NtmListState = Annotated[
    Literal["compiled", "submitted", "returned", "replaced", "approved"],
    Named(
        "Tình trạng danh sách xã đăng ký",
        "State of the list",
        codes={
            "compiled": "Đã tổng hợp",
            "submitted": "Đã trình",
            "returned": "Trả lại",
            "replaced": "Đã tổng hợp lại",
            "approved": "Đã phê duyệt",
        },
    ),
]


def _office(found: "NtmList") -> Iterable[str]:
    return [found.compiling_body]


def _province(found: "NtmList") -> Iterable[str]:
    body = body_holding("peoples-committee", found.unit_code, found.stands_since)
    return [body] if body else []


LIFECYCLE = Lifecycle(
    "ntm_list",
    vi="Danh sách xã đăng ký đạt chuẩn nông thôn mới",
    states=NtmListState,
    steps={
        "compile": Step(
            to="compiled",
            vi="Tổng hợp",
            awaits=Awaits("submit", _office),
        ),
        "submit": Step("compiled", to="submitted", vi="Trình", awaits=Awaits("approve", _province)),
        "return": Step("submitted", to="returned", vi="Trả lại", awaits=Awaits("replace", _office)),
        "replace": Step("returned", to="replaced", vi="Tổng hợp lại"),
        "approve": Step("submitted", to="approved", vi="Phê duyệt"),
    },
)


@dataclass(eq=False)
class NtmList:
    """A year's list: compiled from what districts put forward, submitted, approved or returned.

    `unit_code` is the province, `path` the province on that day.
    """

    id: str
    year: int
    unit_code: str
    path: str
    candidate_ids: list[str]
    commune_codes: list[str]
    compiling_body: str
    compiled_on: date
    recorded_at: datetime
    state: NtmListState = field(init=False)
    stands_since: date = field(init=False)
    submitted_on: date | None = None
    decision_no: str | None = None
    decided_on: date | None = None

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "compile", self.compiled_on)

    def submit(self, on: date) -> None:
        """Send it to the People's Committee. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "submit", on)
        self.submitted_on = on

    def give_back(self, reason: str, on: date) -> None:
        """Send it back. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "return", on, reason=reason)

    def replace(self, on: date) -> None:
        """Another list was compiled for the year. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "replace", on)

    def approve(self, decision_no: str, on: date) -> None:
        """Decide it. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "approve", on)
        self.decision_no, self.decided_on = decision_no, on
