"""What a fund's board may ask of its ledger."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.messages import Answer, ListQuery, Page, Query
from contracts.names import Named
from contracts.values import MOST_VND, AsOf, FundId, FundKind, NameEn, NameVi, UnitCode, Vnd
from contracts.values.ids import ID
from funds.ledger.domain.ledger import EntryCause, Side

_ANY = Field(ge=0, le=MOST_VND)
EntryId = Annotated[str, ID, Named("Mã bút toán", "Entry id")]
EntryCauseId = Annotated[str, ID, Named("Mã khoản làm căn cứ ghi sổ", "Id of the cause")]
ReversedEntryId = Annotated[str, ID, Named("Bút toán bị đảo", "Entry taken back")]
BookedOn = Annotated[date, Named("Ngày ghi sổ", "Booked on")]
Account = Annotated[str, Field(max_length=16), Named("Tài khoản", "Account")]
DebitVnd = Annotated[int, _ANY, Named("Phát sinh nợ (đồng)", "Debit (VND)")]
CreditVnd = Annotated[int, _ANY, Named("Phát sinh có (đồng)", "Credit (VND)")]
AccountBalanceVnd = Annotated[int, Named("Số dư (đồng)", "Balance (VND)")]
IsMemo = Annotated[bool, Named("Tài khoản ngoài bảng", "Memo account")]


class FundLedger(ListQuery):
    """The entries of a fund in the order in which they were posted, by the day of posting, for its board."""

    fund_id: FundId


class TrialBalance(Query):
    """The turnover and balance of each account of a fund, for its board; all entries without `as_of`."""

    fund_id: FundId


class EntryLine(Answer, vi="Dòng bút toán"):
    """One side of an entry."""

    account: Account
    side: Side
    amount_vnd: Vnd


class LedgerEntry(Answer, vi="Bút toán"):
    """One entry of a fund's ledger; `reverses` is the entry that it takes back."""

    entry_id: EntryId
    posted_on: BookedOn
    cause: EntryCause
    cause_id: EntryCauseId
    reverses: ReversedEntryId | None
    lines: Annotated[list[EntryLine], Named("Các dòng bút toán", "Lines of the entry")]


class LedgerPage(Page[LedgerEntry], vi="Sổ cái của quỹ"):
    """One page of a ledger."""


class AccountTotal(Answer, vi="Số liệu một tài khoản"):
    """One account of a trial balance; a memo account is in neither total."""

    account: Account
    name_vi: NameVi
    name_en: NameEn
    memo: IsMemo
    debit_vnd: DebitVnd
    credit_vnd: CreditVnd
    balance_vnd: AccountBalanceVnd


class TrialBalanceSheet(Answer, vi="Bảng cân đối tài khoản của quỹ"):
    """A fund's trial balance; the two totals are equal. Amounts are whole VND."""

    fund_id: FundId
    fund_kind: FundKind
    unit_code: UnitCode
    as_of: AsOf | None
    accounts: Annotated[list[AccountTotal], Named("Các tài khoản", "Accounts")]
    debit_vnd: DebitVnd
    credit_vnd: CreditVnd
