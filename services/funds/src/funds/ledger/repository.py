"""The entries of each fund, and the sums over them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, case, func, select

from contracts.reference import Place
from funds.drives.domain.fund import Fund
from funds.ledger.domain.ledger import Entry
from funds.ledger.messages import FundLedger
from funds.ledger.tables import entries, entry_lines
from shared.store import Listed, PageOf, Repository


@dataclass(frozen=True)
class Turnover:
    """The sums of both sides of an account, in VND."""

    account: str
    debit_vnd: int
    credit_vnd: int


class Ledger(Repository):
    """The entries of one unit of work."""

    def post(self, entry: Entry) -> None:
        """Keep an entry that the accounts can bear. Raises BalanceBelowZero."""
        if guarded := entry.guarded_accounts():
            entry.check_covered(self.balances(entry.fund_id, guarded))
        self.add(entry)

    def entry_of_donation(self, donation_id: str) -> Entry:
        """Return the entry by which a donation was posted. Raises sqlalchemy's NoResultFound."""
        found = select(Entry).where(entries.c.cause_id == donation_id, entries.c.cause == "donation")
        return self._session.scalars(found).one()

    def page(self, fund: Fund, asked: FundLedger) -> PageOf[Entry]:
        """Return a page of a fund's entries in the order in which they were posted; a fund has one place."""
        by = Listed(path=Place.on(fund.unit_code, fund.opened_on).path, day=entries.c.posted_on)
        wanted = select(Entry).where(entries.c.fund_id == fund.id)
        return self._list(Entry, entries, asked, by, wanted)

    def turnovers(self, fund_id: str, as_of: date | None = None) -> Sequence[Turnover]:
        """Return the turnover of each account of a fund, up to and including a day."""
        statement = (
            select(entry_lines.c.account, _sum_of("debit"), _sum_of("credit"))
            .join(entries, entries.c.id == entry_lines.c.entry_id)
            .where(entries.c.fund_id == fund_id)
            .group_by(entry_lines.c.account)
            .order_by(entry_lines.c.account)
        )
        if as_of is not None:
            statement = statement.where(entries.c.posted_on <= as_of)
        rows = self._session.execute(statement)
        return [Turnover(account, int(debit), int(credit)) for account, debit, credit in rows]

    def balances(self, fund_id: str, accounts: Sequence[str]) -> dict[str, int]:
        """Return the balance (debit minus credit) of some accounts of a fund."""
        statement = (
            select(entry_lines.c.account, _sum_of("debit") - _sum_of("credit"))
            .join(entries, entries.c.id == entry_lines.c.entry_id)
            .where(entries.c.fund_id == fund_id, entry_lines.c.account.in_(accounts))
            .group_by(entry_lines.c.account)
        )
        return {account: int(balance) for account, balance in self._session.execute(statement)}


def _sum_of(side: str) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((entry_lines.c.side == side, entry_lines.c.amount_vnd), else_=0)), 0)
