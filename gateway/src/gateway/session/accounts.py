"""Demo accounts: one for each body of the programme that exists on the demo day or today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from contracts.reference.agencies import Agency
from pydantic import BaseModel

from contracts.errors import FieldError
from contracts.reference import UnknownAgency, UnknownUnit, agencies, units
from gateway.http.refusals import InvalidRequest

PROVINCE_LEVEL = "T"


class Account(BaseModel):
    """A body as which one may log in; in a `per_unit` one, the unit says which body is meant."""

    account: str
    name_vi: str
    name_en: str
    side: str
    level: str
    per_unit: bool
    synthetic: bool = True


@dataclass(frozen=True)
class Accounts:
    """The accounts of the bodies in force on any of these days, the first day before the others."""

    days: tuple[date, ...]

    def __iter__(self) -> Iterator[Account]:
        """Go through the accounts in the order of their codes."""
        found = {each.code: each for day in reversed(self.days) for each in agencies().all(day)}
        return (_account(found[code]) for code in sorted(found))

    def get(self, code: str) -> Account:
        """Return one account. Raises InvalidRequest naming the field `account`."""
        for day in self.days:
            try:
                return _account(agencies().get(code, day))
            except UnknownAgency:
                continue
        raise InvalidRequest(
            FieldError(
                "account", "known-account", f"Không có tài khoản {code}", f"There is no account {code}"
            )
        )

    def check_unit(self, account: Account, unit: str) -> None:
        """Refuse a unit of the wrong level, or one that does not exist. Raises InvalidRequest."""
        level = account.level if account.per_unit else PROVINCE_LEVEL
        if not any(_is_unit(unit, level, day) for day in self.days):
            raise InvalidRequest(
                FieldError(
                    "unit",
                    f"unit-of-level-{level}",
                    f"{unit} không phải địa bàn cấp {level} của {account.name_vi}",
                    f"{unit} is no unit of level {level} for {account.name_en}",
                )
            )


def _account(agency: Agency) -> Account:
    return Account(account=agency.code, **agency.model_dump(include=set(Account.model_fields)))


def _is_unit(code: str, level: str, on: date) -> bool:
    try:
        units().check(code, on)
    except UnknownUnit:
        return False
    return units().level_of(code) == level
