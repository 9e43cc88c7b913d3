"""The columns of a commune's list, and the check of a row.

A value is text as it stands in the file. What is wrong is told by row, column, value and reason; the
rules look at one row, and `Checker` also at the rows before it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from campaigns.common.domain.places import inside
from contracts.reference import unit_name

AREA, NUMBER, HEAD, MEMBERS = "Mã khu dân cư", "Số thứ tự hộ", "Họ và tên chủ hộ", "Số nhân khẩu"
COLUMNS: Mapping[str, str] = {
    AREA: "Mã khu dân cư thuộc xã, dạng 05485-K001",
    NUMBER: "Số thứ tự của hộ trong danh sách của khu dân cư, từ 1 đến 99999",
    HEAD: "Họ và tên chủ hộ, không quá 100 chữ",
    MEMBERS: "Số nhân khẩu của hộ, từ 1 đến 50; có thể để trống",
}
MOST_NUMBER, MOST_MEMBERS, LONGEST_NAME = 99_999, 50, 100
FORMULA = ("=", "+", "-", "@")
Row = Mapping[str, str]


@dataclass(frozen=True)
class Fault:
    """What is wrong with a row of a file; `column` is empty where it is the row as a whole."""

    row: int
    column: str
    value: str
    rule: str
    vi: str
    en: str


@dataclass(frozen=True)
class Entry:
    """A good row."""

    area_code: str
    list_number: int
    head_name: str
    members: int | None


@dataclass
class _Wrong(Exception):
    column: str
    rule: str
    vi: str
    en: str


@dataclass
class Checker:
    """Checks the rows of a commune's list, one after the other."""

    unit_code: str
    on: date
    seen: dict[tuple[str, int], int] = field(default_factory=dict)

    def check(self, number: int, row: Row) -> tuple[Entry | None, list[Fault]]:
        """Return the entry, or everything that is wrong with the row; `number` is its row in the file."""
        faults: list[Fault] = []

        def value(column: str, read: Callable[[str], object]) -> object:
            try:
                return read(row.get(column, "").strip())
            except _Wrong as wrong:
                found = (number, wrong.column, row.get(wrong.column, ""), wrong.rule, wrong.vi, wrong.en)
                faults.append(Fault(*found))
                return None

        area_code = value(AREA, self._area)
        list_number = value(NUMBER, lambda text: _number(text, NUMBER, MOST_NUMBER))
        head, members = value(HEAD, _name), value(MEMBERS, _members)
        if faults:
            return None, faults
        entry = Entry(
            str(area_code), int(str(list_number)), str(head), None if members is None else int(str(members))
        )
        first = self.seen.setdefault((entry.area_code, entry.list_number), number)
        if first != number:
            return None, [_twice(number, entry, first)]
        return entry, []

    def check_all(self, rows: Iterable[tuple[int, Row]]) -> tuple[list[Entry], list[Fault]]:
        """Return the good rows, and everything that is wrong with the others; each row has its number."""
        checked = [self.check(number, row) for number, row in rows]
        return [entry for entry, _ in checked if entry], [each for _, faults in checked for each in faults]

    def _area(self, text: str) -> str:
        if not inside(text, self.unit_code, self.on) or "-K" not in text:
            unit = unit_name(self.unit_code, self.on)
            raise _Wrong(
                AREA,
                "area-of-commune",
                f"Phải là mã khu dân cư thuộc {unit.vi}",
                f"It must be the code of a residential area of {unit.en}",
            )
        return text


def _number(text: str, column: str, most: int) -> int:
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text) <= most:
        raise _Wrong(
            column,
            "whole-number",
            f"Phải là số nguyên từ 1 đến {most}",
            f"It must be a whole number from 1 to {most}",
        )
    return int(text)


def _members(text: str) -> int | None:
    return _number(text, MEMBERS, MOST_MEMBERS) if text else None


def _name(text: str) -> str:
    if not text or len(text) > LONGEST_NAME:
        raise _Wrong(
            HEAD,
            "name-length",
            f"Phải có tên chủ hộ, không quá {LONGEST_NAME} chữ",
            f"The head's name is needed, of at most {LONGEST_NAME} letters",
        )
    if text.startswith(FORMULA):
        raise _Wrong(HEAD, "no-formula", "Không được là công thức", "It must not be a formula")
    return text


def _twice(number: int, entry: Entry, first: int) -> Fault:
    return Fault(
        number,
        NUMBER,
        str(entry.list_number),
        "distinct-household",
        f"Hộ này đã có ở dòng {first}",
        f"This household stands in row {first} already",
    )
