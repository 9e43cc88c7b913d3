"""Sums over the tables: balances of accounts, and what a drive was promised and given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from contracts.funds.kinds import DonorKind
from funds.store import tables

entries, lines = tables.entries.c, tables.entry_lines.c
donations, pledges = tables.donations.c, tables.pledges.c


@dataclass(frozen=True)
class Turnover:
    """The sums of both sides of an account, in VND."""

    account: str
    debit_vnd: int
    credit_vnd: int


@dataclass(frozen=True)
class Given:
    """What one kind of donor gave, in VND, with receipts that stand."""

    donor_kind: DonorKind
    received_vnd: int
    gifts: int


@dataclass(frozen=True)
class Pledged:
    """What was promised and what came of it, in VND."""

    pledged_vnd: int
    received_vnd: int
    pledges: int


def turnovers(session: Session, fund_id: str, as_of: date | None = None) -> list[Turnover]:
    """Return the turnover of each account of a fund, up to and including a day."""
    statement = (
        select(lines.account, _sum_of("debit"), _sum_of("credit"))
        .join(tables.entries, entries.id == lines.entry_id)
        .where(entries.fund_id == fund_id)
        .group_by(lines.account)
        .order_by(lines.account)
    )
    if as_of is not None:
        statement = statement.where(entries.posted_on <= as_of)
    return [
        Turnover(account, int(debit), int(credit)) for account, debit, credit in session.execute(statement)
    ]


def account_balances(session: Session, fund_id: str, accounts: Sequence[str]) -> dict[str, int]:
    """Return the balance (debit minus credit) of some accounts of a fund."""
    statement = (
        select(lines.account, _sum_of("debit") - _sum_of("credit"))
        .join(tables.entries, entries.id == lines.entry_id)
        .where(entries.fund_id == fund_id, lines.account.in_(accounts))
        .group_by(lines.account)
    )
    return {account: int(balance) for account, balance in session.execute(statement)}


def given_to(session: Session, drive_id: str) -> list[Given]:
    """Return what each kind of donor gave to a drive, reversed receipts left out."""
    statement = (
        select(donations.donor_kind, func.sum(donations.amount_vnd), func.count())
        .where(donations.drive_id == drive_id, donations.state == "posted")
        .group_by(donations.donor_kind)
        .order_by(donations.donor_kind)
    )
    return [Given(kind, int(amount), gifts) for kind, amount, gifts in session.execute(statement)]


def pledged_to(session: Session, drive_id: str) -> Pledged:
    """Return what was promised to a drive."""
    statement = select(
        func.coalesce(func.sum(pledges.amount_vnd), 0),
        func.coalesce(func.sum(pledges.received_vnd), 0),
        func.count(),
    ).where(pledges.drive_id == drive_id)
    pledged, received, count = session.execute(statement).one()
    return Pledged(int(pledged), int(received), count)


def _sum_of(side: str) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((lines.side == side, lines.amount_vnd), else_=0)), 0)
