"""An import: received, checked by a job, then taken over as a whole or rejected as a whole."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from contracts.names import Named
from shared.domain.lifecycle import Lifecycle, Step
from shared.domain.text import folded

FileFormat = Annotated[
    Literal["xlsx", "csv"],
    Named("Định dạng tệp", "File format", codes={"xlsx": ("Excel (.xlsx)", "Excel"), "csv": "CSV (.csv)"}),
]
ImportState = Annotated[
    Literal["received", "rejected", "imported"],
    Named(
        "Tình trạng nhập danh sách",
        "State of the import",
        codes={
            "received": "Đã nhận",
            "rejected": "Không nhập được",
            "imported": "Đã nhập",
        },
    ),
]


LIFECYCLE = Lifecycle(
    "household_import",
    vi="Lượt nhập danh sách hộ",
    states=ImportState,
    steps={
        "upload": Step(to="received", vi="Tải lên"),
        "reject": Step("received", to="rejected", vi="Từ chối"),
        "take_over": Step("received", to="imported", vi="Nhập toàn bộ"),
    },
)


@dataclass
class HouseholdImport:
    """A commune's list on its way into the register; `total` and `errors` are known once it was checked."""

    id: str
    unit_code: str
    path: str
    format: FileFormat
    uploading_body: str
    uploaded_on: date
    recorded_at: datetime
    state: ImportState = field(init=False)
    stands_since: date = field(init=False)
    total: int = 0
    errors: int = 0
    imported: int = 0

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "upload", self.uploaded_on)

    def reject(self, total: int, errors: int, on: date) -> None:
        """Nothing is taken over, for what was found. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "reject", on)
        self.total, self.errors = total, errors

    def take_over(self, households: int, on: date) -> None:
        """The whole list stands in the register. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "take_over", on)
        self.total = self.imported = households


@dataclass
class Upload:
    """The file of an import, kept until the job has read it."""

    import_id: str
    content: bytes


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
    search: str = field(init=False)

    def __post_init__(self) -> None:
        """Fold the words by which it is found."""
        self.search = folded(self.column, self.value, self.vi, self.en)
