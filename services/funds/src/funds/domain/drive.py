"""A drive: planned → open → closed. It raises money for one fund."""

from dataclasses import dataclass, field
from datetime import date

from contracts.errors import InvalidField, WrongStep
from contracts.funds.kinds import DriveState


@dataclass(eq=False)
class Drive:
    """A drive for a fund; `unit_path` holds the codes of its unit and all above it on the opening day."""

    id: str
    fund_id: str
    unit_path: str
    name: str
    campaign_id: str | None
    start_on: date
    end_on: date
    target_vnd: int | None
    coord_orgs: list[str] = field(default_factory=list)
    closed_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a drive that ends before it starts. Raises InvalidField."""
        if self.end_on < self.start_on:
            raise InvalidField(
                "end_on",
                "not-before-start",
                "Ngày kết thúc không được trước ngày bắt đầu",
                "A drive cannot end before it starts",
            )

    def state_on(self, day: date) -> DriveState:
        """Return the state on a day; a drive runs on after `end_on` until its board closes it."""
        if self.closed_on is not None:
            return "closed"
        return "open" if day >= self.start_on else "planned"

    def close(self, on: date) -> None:
        """Close it for good. Raises WrongStep."""
        self._require_open("close", on)
        self.closed_on = on

    def check_takes_pledge(self, on: date) -> None:
        """Only an open drive takes a pledge. Raises WrongStep."""
        self._require_open("register_pledge", on)

    def check_takes_gift(self, on: date, *, pledged: bool) -> None:
        """A gift needs an open drive; one that was pledged is still taken after closing. Raises WrongStep."""
        if not (pledged and self.state_on(on) == "closed"):
            self._require_open("record_gift", on)

    def _require_open(self, step: str, on: date) -> None:
        state = self.state_on(on)
        if state != "open":
            raise WrongStep(rule=f"drive:{step}", subject=self.id, state=state, step=step)
