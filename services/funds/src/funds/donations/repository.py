"""Donations with their receipts and reversals."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from contracts.names import Name
from contracts.values import DonorKind
from funds.donations.domain.donation import Donation, Reversal
from funds.donations.messages import Receipts
from funds.donations.tables import donations, reversals
from funds.drives.tables import drives
from funds.pledges.tables import donors
from shared.store import Listed, PageOf, Repository


@dataclass(frozen=True)
class Given:
    """What one kind of donor gave, in VND, with receipts that stand."""

    donor_kind: DonorKind
    received_vnd: int
    donations: int


class Donations(Repository):
    """The donations of one unit of work."""

    def get(self, donation_id: str) -> Donation:
        """Return a donation. Raises NotFound."""
        return self._get(Donation, donation_id, Name("khoản ủng hộ", "donation"))

    def reversal_of(self, donation_id: str) -> Reversal | None:
        """Return the reversal of a donation's receipt, if there is one."""
        found = select(Reversal).where(reversals.c.donation_id == donation_id)
        return self._session.scalars(found).one_or_none()

    def next_receipt_number(self, fund_id: str, year: int) -> int:
        """Return the next number of a receipt book. Numbers have no gap: no receipt is ever deleted."""
        return self._next_number(donations.c, fund_id, year)

    def next_reversal_number(self, fund_id: str, year: int) -> int:
        """Return the next number of a book of reversals."""
        return self._next_number(reversals.c, fund_id, year)

    def page(self, asked: Receipts) -> PageOf[Donation]:
        """Return a page of the receipts of one drive; `text` is searched in the donors' names."""
        wanted = (
            select(Donation)
            .join(drives, drives.c.id == donations.c.drive_id)
            .outerjoin(donors, donors.c.id == donations.c.donor_id)
            .where(donations.c.drive_id == asked.drive_id)
        )
        by = Listed(
            path=drives.c.path, day=donations.c.received_on, state=donations.c.state, text=donors.c.search
        )
        return self._list(Donation, donations, asked, by, wanted)

    def given_to(self, drive_id: str) -> list[Given]:
        """Return what each kind of donor gave to a drive, reversed receipts left out."""
        statement = (
            select(donations.c.donor_kind, func.sum(donations.c.amount_vnd), func.count())
            .where(donations.c.drive_id == drive_id, donations.c.state == "posted")
            .group_by(donations.c.donor_kind)
            .order_by(donations.c.donor_kind)
        )
        return [Given(kind, int(amount), count) for kind, amount, count in self._session.execute(statement)]

    def _next_number(self, book: Any, fund_id: str, year: int) -> int:
        last = select(func.max(book.number)).where(book.fund_id == fund_id, book.year == year)
        return (self._session.scalar(last) or 0) + 1
