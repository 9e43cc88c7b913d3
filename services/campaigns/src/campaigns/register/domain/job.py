"""An import: received, checked in portions, then taken over as a whole or rejected as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from contracts.errors import WrongStep

OPEN = ("received", "checked")


@dataclass
class Import:
    """A commune's list on its way into the register; `done` of `total` rows are checked."""

    id: str
    unit_code: str
    path: str
    total: int
    uploaded_by: str
    uploaded_on: date
    recorded_at: datetime
    state: str = "received"
    done: int = 0
    errors: int = 0
    imported: int = 0

    def require_open(self) -> None:
        """Refuse to go on with what has ended. Raises WrongStep."""
        if self.state not in OPEN:
            raise WrongStep(subject=self.id, state=self.state, step="continue", rule="import:continue")

    def note_checked(self, rows: int, faults: int) -> None:
        """Count rows in; after the last one the list is good, or rejected for what was found."""
        self.done += rows
        self.errors += faults
        if self.done >= self.total:
            self.state = "rejected" if self.errors else "checked"

    def take_over(self, households: int) -> None:
        """Note that the whole list stands in the register."""
        self.state, self.imported = "imported", households


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
