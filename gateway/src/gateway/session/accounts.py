"""Demo accounts: one for each body of the programme that exists on the demo day or today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.errors import FieldError
from contracts.messages import Answer
from contracts.names import Named, code_name
from contracts.reference import UnknownAgency, UnknownUnit, agencies, lowered, units
from contracts.values import BodyLevel
from gateway import values
from gateway.http.errors import InvalidRequest

PROVINCE_LEVEL = "T"
PerUnit = Annotated[bool, Named("Mỗi địa bàn có một", "One in each unit")]
Synthetic = Annotated[bool, Named("Hư cấu", "Invented")]


class Account(Answer, vi="Tài khoản thử"):
    """A body as which one may log in; in a `per_unit` one, the unit says which body is meant."""

    account: values.Account = Field(validation_alias="code")
    name_vi: values.VietnameseName
    name_en: values.EnglishName
    side: values.Side
    level: values.Level
    per_unit: PerUnit
    synthetic: Synthetic = True


@dataclass(frozen=True)
class Accounts:
    """The accounts of the bodies in force on any of these days, the first day before the others."""

    days: tuple[date, ...]

    def __iter__(self) -> Iterator[Account]:
        """Go through the accounts in the order of their codes."""
        found = {each.code: each for day in reversed(self.days) for each in agencies().all(day)}
        return (_account_of(found[code]) for code in sorted(found))

    def get(self, code: str) -> Account:
        """Return one account. Raises InvalidRequest naming the field `account`."""
        for day in self.days:
            try:
                return _account_of(agencies().get(code, day))
            except UnknownAgency:
                continue
        raise InvalidRequest(
            FieldError(
                "account",
                "known-account",
                f"Không có tài khoản mang mã «{code}»",
                f"There is no account {code}",
            )
        )

    def check_unit(self, account: Account, unit: str) -> None:
        """Refuse a unit of the wrong level, or one that does not exist. Raises InvalidRequest."""
        level = account.level if account.per_unit else PROVINCE_LEVEL
        if not any(_is_unit(unit, level, day) for day in self.days):
            of = lowered(code_name(BodyLevel, level))
            raise InvalidRequest(
                FieldError(
                    "unit",
                    f"unit-of-level-{level}",
                    f"Đơn vị mang mã «{unit}» không phải địa bàn {of.vi} của {account.name_vi}",
                    f"The unit with the code {unit} is no {of.en} of {account.name_en}",
                )
            )


def _account_of(agency: object) -> Account:
    return Account.model_validate(agency, from_attributes=True)


def _is_unit(code: str, level: str, on: date) -> bool:
    try:
        units().check(code, on)
    except UnknownUnit:
        return False
    return units().level_of(code) == level
