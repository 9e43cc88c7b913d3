"""An import: received, checked in portions, then taken over as a whole or rejected as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from contracts.names import Named
from shared.domain.lifecycle import Awaits, Lifecycle, Step

ImportState = Annotated[
    Literal["received", "checked", "rejected", "imported"],
    Named(
        "Tình trạng nhập danh sách",
        "State of the import",
        codes={
            "received": "Đã nhận",
            "checked": "Đã kiểm tra",
            "rejected": "Không nhập được",
            "imported": "Đã nhập",
        },
    ),
]


def _uploader(job: "HouseholdImport") -> list[str]:
    return [job.uploading_body]


LIFECYCLE = Lifecycle(
    "household_import",
    vi="Lượt nhập danh sách hộ",
    states=ImportState,
    steps={
        "upload": Step(to="received", vi="Tải lên", awaits=Awaits("continue", _uploader)),
        "continue": Step("received", vi="Tiếp tục kiểm tra", awaits=Awaits("continue", _uploader)),
        "pass": Step(
            "received", to="checked", vi="Kiểm tra đạt yêu cầu", awaits=Awaits("take_over", _uploader)
        ),
        "reject": Step("received", to="rejected", vi="Từ chối"),
        "take_over": Step("checked", to="imported", vi="Nhập toàn bộ"),
    },
)


@dataclass
class HouseholdImport:
    """A commune's list on its way into the register; `done` of `total` rows are checked."""

    id: str
    unit_code: str
    path: str
    total: int
    uploading_body: str
    uploaded_on: date
    recorded_at: datetime
    state: ImportState = field(init=False)
    stands_since: date = field(init=False)
    done: int = 0
    errors: int = 0
    imported: int = 0

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "upload", self.uploaded_on)

    def check(self, rows: int, faults: int, on: date) -> None:
        """Count checked rows in; after the last one the list is good, or rejected for what was found.

        Raises WrongStep, DayBeforeLastStep.
        """
        LIFECYCLE.check_state(self, "continue", on)
        done, errors = self.done + rows, self.errors + faults
        ended = "reject" if errors else "pass"
        LIFECYCLE.take(self, ended if done >= self.total else "continue", on)
        self.done, self.errors = done, errors

    def take_over(self, households: int, on: date) -> None:
        """The whole list stands in the register. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "take_over", on)
        self.imported = households


@dataclass
class Portion:
    """Rows of an import in the order of the file, each its number and its values as text."""

    id: str
    import_id: str
    first_row: int
    rows: Sequence[tuple[int, dict[str, str]]]


@dataclass
class KeptFault:
    """A fault that was found, kept for the report."""

    id: str
    import_id: str
    row: int
    column: str
    value: str
    rule: str
    vi: str
    en: str
