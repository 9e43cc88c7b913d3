"""How the ledger answers."""

from funds.ledger.domain.accounts import CHART, is_memo
from funds.ledger.domain.ledger import Entry
from funds.ledger.messages import AccountTotal, EntryLine, LedgerEntry
from funds.ledger.repository import Turnover


def entry_view(entry: Entry) -> LedgerEntry:
    """Show an entry with its lines."""
    lines = [
        EntryLine(account=line.account, side=line.side, amount_vnd=line.amount_vnd) for line in entry.lines
    ]
    return LedgerEntry(
        entry_id=entry.id,
        posted_on=entry.posted_on,
        cause=entry.cause,
        cause_id=entry.cause_id,
        reverses=entry.reverses,
        lines=lines,
    )


def account_total(turnover: Turnover) -> AccountTotal:
    """Show an account with both its sides and its balance."""
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
