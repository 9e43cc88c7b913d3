"""A drive: planned → open → closed. It raises money for one fund."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from contracts.errors import InvalidField
from contracts.names import Named
from shared.domain.lifecycle import Awaits, Lifecycle, Step
from shared.domain.text import folded

DriveState = Annotated[
    Literal["planned", "open", "closed"],
    Named(
        "Tình trạng đợt vận động",
        "State of the drive",
        codes={"planned": "Chưa bắt đầu", "open": "Đang vận động", "closed": "Đã kết thúc"},
    ),
]

CLOSING = Awaits("close", lambda drive: [drive.opening_body], due=lambda drive: drive.end_on)
LIFECYCLE = Lifecycle(
    "drive",
    vi="Đợt vận động",
    states=DriveState,
    steps={
        "open": Step(to="open", vi="Mở đợt vận động", awaits=CLOSING),
        "register_pledge": Step("open", vi="Đăng ký cam kết ủng hộ"),
        "record_donation": Step("open", vi="Ghi nhận ủng hộ"),
        "record_pledged_donation": Step("open", "closed", vi="Ghi nhận ủng hộ theo cam kết"),
        "close": Step("open", to="closed", vi="Kết thúc đợt vận động"),
        "reopen": Step("closed", to="open", vi="Mở lại đợt vận động", awaits=CLOSING),
    },
    stands=lambda drive, on: drive.state_on(on),
)


@dataclass(eq=False)
class Drive:
    """A drive for a fund; `path` holds the codes of its unit and all above it on the opening day."""

    id: str
    fund_id: str
    path: str
    opening_body: str
    name: str
    campaign_id: str | None
    opened_on: date
    start_on: date
    end_on: date
    target_vnd: int | None
    coordinating_bodies: list[str] = field(default_factory=list)
    closed_on: date | None = None
    search: str = field(init=False)
    state: DriveState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life; a drive does not end before it starts. Raises InvalidField."""
        if self.end_on < self.start_on:
            raise InvalidField(
                "end_on",
                "not-before-start",
                "Ngày kết thúc không được trước ngày bắt đầu",
                "A drive cannot end before it starts",
            )
        self.search = folded(self.name)
        LIFECYCLE.begin(self, "open", self.opened_on)

    def state_on(self, day: date) -> DriveState:
        """Return the state on a day; a drive runs on after `end_on` until its board closes it."""
        return "planned" if self.state == "open" and day < self.start_on else self.state

    def close(self, on: date) -> None:
        """Close it, until it is re-opened. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "close", on)
        self.closed_on = on

    def reopen(self, reason: str, on: date) -> None:
        """Open it again and say why. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "reopen", on, reason=reason)
        self.closed_on = None

    def check_takes_pledge(self, on: date) -> None:
        """Only an open drive takes a pledge. Raises WrongStep."""
        LIFECYCLE.check_state(self, "register_pledge", on)

    def check_takes_donation(self, on: date, *, pledged: bool) -> None:
        """A donation needs an open drive; what was pledged is still taken after closing. Raises WrongStep."""
        LIFECYCLE.check_state(self, "record_pledged_donation" if pledged else "record_donation", on)
