"""Reading and writing the files that communes use: XLSX by openpyxl, CSV by the standard library.

openpyxl takes 6 MB, and is imported when such a file is read or written.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from campaigns.household_imports.domain.columns import COLUMNS
from contracts.errors import InvalidField

MOST_ROWS = 50_000
LARGEST_BYTES = 5_000_000
UNPACKED_BYTES = 100_000_000
MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
FIELD = "content_base64"
Cells = Sequence[object]


class FileRow(NamedTuple):
    """A row of a file: its number, the heading being 1, and its values by heading."""

    number: int
    values: dict[str, str]


def read(file_format: str, content: bytes) -> list[FileRow]:
    """Return the rows below the heading; empty rows are passed over. Raises InvalidField.

    Every row counts, full or empty: a sheet of two rows may say that the second is number 10^12.
    """
    lines = _bounded(_sheet(content) if file_format == "xlsx" else _csv(content))
    heading = [_text(each) for each in next(lines, [])]
    missing = [name for name in COLUMNS if name not in heading]
    if missing:
        headings = ", ".join(missing)
        raise _unfit(
            "headings-of-template",
            f"Dòng đầu thiếu cột: {headings}",
            f"The first row lacks the columns: {headings}",
        )
    rows = list(_rows(heading, lines))
    if not rows:
        raise _unfit("not-empty", "Tệp không có dòng nào", "The file has no rows")
    return rows


def require_small(content: bytes) -> None:
    """Refuse what is too large to be kept. Raises InvalidField."""
    if len(content) > LARGEST_BYTES:
        raise _unfit("largest-file", "Tệp lớn hơn 5 MB", "The file is larger than 5 MB")


def template(file_format: str) -> bytes:
    """Return an empty list with its headings and, in a second sheet, what each column holds."""
    if file_format == "csv":
        return ("\ufeff" + ",".join(COLUMNS) + "\r\n").encode()
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.create_sheet("Danh sách").append(list(COLUMNS))
    help_sheet = book.create_sheet("Hướng dẫn")
    for line in (("Cột", "Nội dung"), *COLUMNS.items()):
        help_sheet.append(line)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _sheet(content: bytes) -> Iterator[Cells]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(each.file_size for each in packed.infolist())
        if unpacked > UNPACKED_BYTES:
            raise _unfit("largest-file", "Tệp giải nén quá lớn", "The file is too large when unpacked")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise _unfit("readable-file", "Không đọc được tệp XLSX", "This is no readable XLSX file") from error
    yield from book.worksheets[0].iter_rows(values_only=True)


def _csv(content: bytes) -> Iterator[Cells]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unfit("utf-8", "Tệp CSV phải là UTF-8", "A CSV file must be UTF-8") from error
    heading = text.partition("\n")[0]
    separator = ";" if heading.count(";") > heading.count(",") else ","
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _rows(heading: Sequence[str], lines: Iterable[Cells]) -> Iterator[FileRow]:
    for number, cells in enumerate(lines, start=2):
        values = {name: _text(cell) for name, cell in zip(heading, cells, strict=False) if name in COLUMNS}
        if any(values.values()):
            yield FileRow(number, values)


def _bounded(lines: Iterable[Cells]) -> Iterator[Cells]:
    for count, line in enumerate(lines):
        if count > MOST_ROWS:  # the heading is one more
            raise _unfit(
                "most-rows", f"Tệp có hơn {MOST_ROWS} dòng", f"The file has more than {MOST_ROWS} rows"
            )
        yield line


def _text(cell: object) -> str:
    """Write a cell as its reader sees it: a whole number without a fraction."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _unfit(rule: str, vi: str, en: str) -> InvalidField:
    return InvalidField(FIELD, rule, vi, en)
