"""A fund's ledger and its trial balance, for the fund's own board."""

from datetime import date

from sqlalchemy import select

from contracts.funds.queries import AccountTotal, FundLedger, LedgerPage, TrialBalance, TrialBalanceSheet
from funds.board import fund_board, own_fund
from funds.domain.accounts import CHART, is_memo
from funds.domain.ledger import Entry
from funds.queries.views import entry_view
from funds.store import tables
from funds.store.store import FundsStore
from funds.store.totals import Turnover, turnovers
from shared.paging import page_of
from shared.service import query
from shared.work import Work


@query(FundLedger, get="/funds/{fund_id}/ledger", may=fund_board)
def fund_ledger(asked: FundLedger, work: Work[FundsStore]) -> LedgerPage:
    """List the entries of a fund in the order in which they were posted. Raises NotFound, NotAllowed."""
    fund, columns = own_fund(asked.fund_id, work), tables.entries.c
    statement = select(Entry).where(columns.fund_id == fund.id)
    if asked.year:
        statement = statement.where(
            columns.posted_on.between(date(asked.year, 1, 1), date(asked.year, 12, 31))
        )
    found, cursor = page_of(work.session, statement, columns.id, asked)
    return LedgerPage(items=[entry_view(entry) for entry in found], next_cursor=cursor)


@query(TrialBalance, get="/funds/{fund_id}/trial-balance", may=fund_board)
def trial_balance(asked: TrialBalance, work: Work[FundsStore]) -> TrialBalanceSheet:
    """Show the turnover and balance of each account; memo accounts are in neither total.

    Amounts are whole VND. Raises NotFound, NotAllowed.
    """
    fund = own_fund(asked.fund_id, work)
    found = turnovers(work.session, fund.id, asked.as_of)
    balanced = [each for each in found if not is_memo(each.account)]
    return TrialBalanceSheet(
        fund_id=fund.id,
        fund_kind=fund.kind,
        unit_code=fund.unit_code,
        as_of=asked.as_of,
        accounts=[_total(each) for each in found],
        debit_vnd=sum(each.debit_vnd for each in balanced),
        credit_vnd=sum(each.credit_vnd for each in balanced),
    )


def _total(turnover: Turnover) -> AccountTotal:
    account = CHART[turnover.account]
    return AccountTotal(
        account=account.code,
        name_vi=account.name_vi,
        name_en=account.name_en,
        memo=is_memo(account.code),
        debit_vnd=turnover.debit_vnd,
        credit_vnd=turnover.credit_vnd,
        balance_vnd=turnover.debit_vnd - turnover.credit_vnd,
    )
