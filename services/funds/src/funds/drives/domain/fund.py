"""A fund: one for each kind and unit, with its own board, receipts and ledger."""

from dataclasses import dataclass
from datetime import date

from contracts.values import AgencyLevel, FundKind


@dataclass(eq=False)
class Fund:
    """A fund of one unit; `unit_id` is the unit itself, since a code may later name another unit."""

    id: str
    kind: FundKind
    level: AgencyLevel
    unit_id: str
    unit_code: str
    opened_on: date
