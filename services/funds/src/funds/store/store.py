"""The repository of the funds service within one unit of work."""

from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from contracts.errors import NotFound
from contracts.funds.kinds import FundKind
from funds.domain.campaign import KnownCampaign
from funds.domain.donation import Donation, Reversal
from funds.domain.donor import Donor
from funds.domain.drive import Drive
from funds.domain.fund import Fund
from funds.domain.ledger import Entry
from funds.domain.pledge import Pledge
from funds.store import tables
from funds.store.totals import account_balances

T = TypeVar("T")


class FundsStore:
    """Finds and keeps the objects of the domain; it never commits."""

    def __init__(self, session: Session) -> None:
        """Take the session of one unit of work."""
        self.session = session

    def add(self, *things: object) -> None:
        """Keep new objects, in this order; the order matters to their references."""
        for thing in things:
            self.session.add(thing)
            self.session.flush()

    def fund(self, fund_id: str) -> Fund:
        """Return a fund. Raises NotFound."""
        return self._get(Fund, fund_id, "fund")

    def fund_of(self, kind: FundKind, unit_id: str) -> Fund | None:
        """Return the fund of a kind and unit, if it exists."""
        found = select(Fund).where(tables.funds.c.kind == kind, tables.funds.c.unit_id == unit_id)
        return self.session.scalars(found).one_or_none()

    def drive(self, drive_id: str) -> Drive:
        """Return a drive. Raises NotFound."""
        return self._get(Drive, drive_id, "drive")

    def campaign(self, campaign_id: str) -> KnownCampaign | None:
        """Return a campaign that was heard of, if it was."""
        return self.session.get(KnownCampaign, campaign_id)

    def know(self, campaign: KnownCampaign) -> None:
        """Keep a campaign that was heard of; heard again, it is the same one."""
        self.session.merge(campaign)

    def donor(self, donor_id: str) -> Donor:
        """Return a donor. Raises NotFound."""
        return self._get(Donor, donor_id, "donor")

    def donor_or_none(self, donor_id: str | None) -> Donor | None:
        """Return the donor of a gift or pledge; none where the donor is anonymous."""
        return None if donor_id is None else self.donor(donor_id)

    def pledge(self, pledge_id: str) -> Pledge:
        """Return a pledge. Raises NotFound."""
        return self._get(Pledge, pledge_id, "pledge")

    def donation(self, donation_id: str) -> Donation:
        """Return a donation. Raises NotFound."""
        return self._get(Donation, donation_id, "donation")

    def reversal_of(self, donation_id: str) -> Reversal | None:
        """Return the reversal of a donation's receipt, if there is one."""
        found = select(Reversal).where(tables.reversals.c.donation_id == donation_id)
        return self.session.scalars(found).one_or_none()

    def entry_of_gift(self, donation_id: str) -> Entry:
        """Return the entry by which a gift was posted. Raises sqlalchemy's NoResultFound."""
        entries = tables.entries.c
        found = select(Entry).where(entries.cause_id == donation_id, entries.cause == "gift")
        return self.session.scalars(found).one()

    def next_receipt_number(self, fund_id: str, year: int) -> int:
        """Return the next number of a receipt book. Numbers have no gap: no receipt is ever deleted."""
        return self._next_number(tables.donations.c, fund_id, year)

    def next_reversal_number(self, fund_id: str, year: int) -> int:
        """Return the next number of a book of reversals."""
        return self._next_number(tables.reversals.c, fund_id, year)

    def post(self, entry: Entry) -> None:
        """Keep an entry that the accounts can bear. Raises BalanceBelowZero."""
        if guarded := entry.guarded_accounts():
            entry.check_covered(account_balances(self.session, entry.fund_id, guarded))
        self.add(entry)

    def _next_number(self, book: Any, fund_id: str, year: int) -> int:
        last = select(func.max(book.number)).where(book.fund_id == fund_id, book.year == year)
        return (self.session.scalar(last) or 0) + 1

    def _get(self, model: type[T], key: str, what: str) -> T:
        found = self.session.get(model, key)
        if found is None:
            raise NotFound(what=what, id=key)
        return found
