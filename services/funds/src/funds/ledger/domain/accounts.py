"""The accounts that raising money touches (chart: `[design]` of the programme's facts, §4.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from contracts.values import DonationKind, DonorKind


class AccountType(StrEnum):
    """What an account holds; a memo account is kept beside the balance, on one side only."""

    ASSET = "asset"
    INCOME = "income"
    MEMO = "memo"


@dataclass(frozen=True)
class Account:
    """One account of the chart."""

    code: str
    type: AccountType
    name_vi: str
    name_en: str


PLEDGES = "001"
CHART: Mapping[str, Account] = MappingProxyType(
    {
        account.code: account
        for account in (
            Account("1111", AccountType.ASSET, "Tiền mặt", "Cash"),
            Account("1122", AccountType.ASSET, "Tiền gửi ngân hàng", "Bank"),
            Account("5111", AccountType.INCOME, "Ủng hộ của tổ chức", "Donations of organisations"),
            Account("5112", AccountType.INCOME, "Ủng hộ của doanh nghiệp", "Donations of enterprises"),
            Account("5113", AccountType.INCOME, "Ủng hộ của cá nhân, hộ", "Donations of persons, households"),
            Account("5114", AccountType.INCOME, "Ủng hộ từ nước ngoài", "Donations from overseas"),
            Account("5115", AccountType.INCOME, "Ủng hộ ngày lương", "Donations of a day's pay"),
            Account(PLEDGES, AccountType.MEMO, "Cam kết ủng hộ", "Pledges"),
        )
    }
)
MONEY: Mapping[DonationKind, str] = MappingProxyType({"cash": "1111", "bank": "1122"})
# Whoever gives without a name is taken for a person: the chart has no account of their own.
INCOME: Mapping[DonorKind, str] = MappingProxyType(
    {
        "organisation": "5111",
        "enterprise": "5112",
        "individual": "5113",
        "household": "5113",
        "anonymous": "5113",
        "overseas": "5114",
        "employee_day_pay": "5115",
    }
)


def is_memo(code: str) -> bool:
    """Whether an account is kept beside the balance."""
    return CHART[code].type is AccountType.MEMO


def may_go_below_zero(code: str) -> bool:
    """Whether a balance (debit minus credit) may be negative: not of money, not of pledges."""
    return CHART[code].type is AccountType.INCOME
