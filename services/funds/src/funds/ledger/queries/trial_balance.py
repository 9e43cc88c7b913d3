"""A fund's trial balance, for the fund's own board."""

from funds.drives.guards import fund_board, own_fund
from funds.ledger.answers import account_total
from funds.ledger.domain.accounts import is_memo
from funds.ledger.messages import TrialBalance, TrialBalanceSheet
from funds.ledger.repository import Ledger
from shared.service import query
from shared.work import Work


@query(
    TrialBalance, get="/funds/{fund_id}/trial-balance", may=fund_board, vi="Bảng cân đối tài khoản của quỹ"
)
def trial_balance(asked: TrialBalance, work: Work) -> TrialBalanceSheet:
    """Show the turnover and balance of each account; memo accounts are in neither total.

    Amounts are whole VND. Raises NotFound, NotAllowed.
    """
    fund = own_fund(asked.fund_id, work)
    found = Ledger(work).turnovers(fund.id, asked.as_of)
    balanced = [each for each in found if not is_memo(each.account)]
    return TrialBalanceSheet(
        fund_id=fund.id,
        fund_kind=fund.kind,
        unit_code=fund.unit_code,
        as_of=asked.as_of,
        accounts=[account_total(each) for each in found],
        debit_vnd=sum(each.debit_vnd for each in balanced),
        credit_vnd=sum(each.credit_vnd for each in balanced),
    )
