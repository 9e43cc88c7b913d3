"""A commune's list from its file into the register; every person is synthetic."""

import base64
import csv
import io
import re
import zipfile
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from sqlalchemy import select

from campaigns.household_imports import files, tables
from campaigns.household_imports.domain.columns import AREA, COLUMNS, HEAD, MEMBERS, NUMBER, Checker
from campaigns.household_imports.messages import (
    HouseholdCounts,
    HouseholdRegister,
    ImportById,
    ImportFaults,
    ImportList,
    ImportTemplate,
    UploadHouseholds,
)
from contracts.errors import InvalidField, NotAllowed
from shared.authority import Actor
from shared.history.messages import HistoryOf
from shared.testing import SIGNING_DAY, Stage, actor
from shared.tokens import NotAuthenticated

COMMUNE, AREA_1, AREA_2 = "05485", "05485-K001", "05485-K002"
Line = list[object]
EMPTY: Line = [""] * 4


@pytest.fixture
def committee() -> Actor:
    return actor("ub-mttq-xa", COMMUNE)


def good(count: int, area: str = AREA_1) -> list[Line]:
    return [[area, number, f"Nguyễn Văn Giả Lập {number}", 4] for number in range(1, count + 1)]


def as_csv(lines: list[Line], separator: str = ",", heading: list[str] | None = None) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows([heading or list(COLUMNS), *lines])
    return ("\ufeff" + text.getvalue()).encode()


def as_xlsx(lines: list[Line]) -> bytes:
    book = Workbook()
    sheet = book.create_sheet(index=0)
    for line in [list(COLUMNS), *lines]:
        sheet.append(line)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def far_row(number: int) -> bytes:
    """A workbook of two rows, the second of which says that it is number so and so."""
    with zipfile.ZipFile(io.BytesIO(as_xlsx(good(1)))) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = re.sub(rb"<dimension [^>]*>", b"", parts[sheet])
    parts[sheet] = re.sub(rb'r="([A-D]?)2"', rf'r="\g<1>{number}"'.encode(), parts[sheet])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return buffer.getvalue()


def wanted(content: bytes, file_format: str = "csv") -> UploadHouseholds:
    encoded = base64.b64encode(content).decode()
    body = {"unit_code": COMMUNE, "format": file_format, "content_base64": encoded}
    return UploadHouseholds.model_validate(body)


def ended(stage: Stage, by: Actor, content: bytes, file_format: str = "csv") -> Any:
    job = stage.act(wanted(content, file_format), by=by)
    assert job.state == "received"
    assert stage.do_jobs() == 1
    return stage.ask(ImportById(import_id=job.import_id), by=by)


def test_nobody_without_a_name_and_no_state_body_uploads(stage: Stage) -> None:
    for by in (actor("ubnd-xa", COMMUNE), actor("ub-mttq-xa", "05488"), actor("btt-mttq-tinh")):
        with pytest.raises(NotAllowed):
            stage.act(wanted(as_csv(good(1))), by=by)
    with pytest.raises(NotAuthenticated):
        stage.act(wanted(as_csv(good(1))), by=None)
    assert stage.do_jobs() == 0


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_a_good_list_stands_in_the_register(stage: Stage, committee: Actor, file_format: str) -> None:
    lines = [*good(3), *good(2, AREA_2)]
    job = ended(stage, committee, as_csv(lines) if file_format == "csv" else as_xlsx(lines), file_format)
    assert (job.state, job.total, job.errors, job.imported) == ("imported", 5, 0, 5)
    shown = stage.ask(HouseholdRegister(area_code=AREA_1), by=committee)
    assert [(each.list_number, each.members) for each in shown.items] == [(1, 4), (2, 4), (3, 4)]
    assert shown.items[0].head_name == "Nguyễn Văn Giả Lập 1"
    counts = stage.ask(HouseholdCounts(unit_code="164"))
    assert (counts.areas, counts.households, counts.members) == (2, 5, 20)
    assert stage.envelopes == []


def test_one_fault_and_nothing_is_taken_over(stage: Stage, committee: Actor) -> None:
    lines: list[Line] = [
        *good(2),
        ["05488-K001", "x", "", 99],
        [AREA_1, 2, "Trần Thị Giả Lập", ""],
        [AREA_1, 5, "=CMD()", 3],
        ["", "", "", ""],
        [AREA_1, 6, "Lê Giả Lập", -1],
    ]
    job = ended(stage, committee, as_csv(lines))
    assert (job.state, job.imported) == ("rejected", 0)
    faults = stage.ask(ImportFaults(import_id=job.import_id, limit=100), by=committee).items
    assert [(each.row, each.column, each.rule) for each in faults] == [
        (4, AREA, "area-of-commune"),
        (4, NUMBER, "whole-number"),
        (4, HEAD, "name-length"),
        (4, MEMBERS, "whole-number"),
        (5, NUMBER, "distinct-household"),
        (6, HEAD, "no-formula"),
        (8, MEMBERS, "whole-number"),
    ]
    assert faults[0].value == "05488-K001"
    assert "dòng 3" in faults[4].reason.vi
    assert stage.ask(HouseholdCounts(unit_code=COMMUNE)).households == 0


def test_a_rejected_list_shows_its_size_and_can_be_found(stage: Stage, committee: Actor) -> None:
    job = ended(stage, committee, as_csv([*good(4), [AREA_1, 1, "Giả Lập", 2]]))
    assert (job.state, job.uploading_body, job.total, job.errors) == ("rejected", committee.body, 5, 1)
    [listed] = stage.ask(ImportList(unit="164", state="rejected"), by=committee).items
    assert listed.import_id == job.import_id


def test_a_list_uploaded_again_keeps_references_and_brings_names_up_to_date(
    stage: Stage, committee: Actor
) -> None:
    ended(stage, committee, as_csv(good(2)))
    before = stage.ask(HouseholdRegister(area_code=AREA_1), by=committee).items
    ended(stage, committee, as_csv([[AREA_1, 1, "Phạm Giả Lập", 5], *good(3)[1:]]))
    after = stage.ask(HouseholdRegister(area_code=AREA_1), by=committee).items
    assert [each.household_ref for each in after][:2] == [each.household_ref for each in before]
    assert max(each.head_name for each in after) == "Phạm Giả Lập"
    assert len(after) == 3


@pytest.mark.parametrize(
    ("content", "file_format", "rule"),
    [
        (b"no zip", "xlsx", "readable-file"),
        (b"\xff\xfe\x00", "csv", "utf-8"),
        (as_csv(good(1), heading=["a", "b", "c", "d"]), "csv", "headings-of-template"),
        (as_csv([]), "csv", "not-empty"),
        (as_csv([EMPTY] * files.MOST_ROWS), "csv", "not-empty"),
        (as_csv([*good(1), *[EMPTY] * files.MOST_ROWS]), "csv", "most-rows"),
        (as_csv([*[EMPTY] * files.MOST_ROWS, *good(1)]), "csv", "most-rows"),
        (far_row(10**12), "xlsx", "most-rows"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    stage: Stage, committee: Actor, content: bytes, file_format: str, rule: str
) -> None:
    job = ended(stage, committee, content, file_format)
    assert (job.state, job.total, job.errors) == ("rejected", 0, 1)
    [fault] = stage.ask(ImportFaults(import_id=job.import_id), by=committee).items
    assert (fault.row, fault.column, fault.rule) == (0, "", rule)


def test_a_file_that_is_too_large_is_not_even_taken_in(stage: Stage, committee: Actor) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(wanted(b"x" * (files.LARGEST_BYTES + 1)), by=committee)
    assert (refused.value.rule, refused.value.fields[0].field) == ("largest-file", "content_base64")
    assert stage.do_jobs() == 0


def test_a_semicolon_is_understood_and_further_columns_are_ignored(stage: Stage, committee: Actor) -> None:
    lines = [["note", *line] for line in good(2)]
    content = as_csv(lines, ";", ["Ghi chú", *COLUMNS])
    assert ended(stage, committee, content).imported == 2


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_the_template_can_be_filled_in_and_sent_back(
    stage: Stage, committee: Actor, file_format: str
) -> None:
    given_file = stage.ask(ImportTemplate.model_validate({"format": file_format}))
    content = base64.b64decode(given_file.content_base64)
    if file_format == "xlsx":
        book = load_workbook(io.BytesIO(content))
        for line in good(2):
            book.worksheets[0].append(line)
        assert book.sheetnames == ["Danh sách", "Hướng dẫn"]
        filled = io.BytesIO()
        book.save(filled)
        content = filled.getvalue()
    else:
        content += as_csv(good(2)).split(b"\r\n", 1)[1]
    assert ended(stage, committee, content, file_format).imported == 2
    assert given_file.file_name.endswith(file_format)


def test_names_are_for_the_front_of_the_place(stage: Stage, committee: Actor) -> None:
    ended(stage, committee, as_csv(good(1)))
    assert stage.service.query_named["household_register"].personal
    assert stage.service.query_named["import_faults"].personal
    with pytest.raises(NotAuthenticated):
        stage.ask(HouseholdRegister(area_code=AREA_1))
    for by in (actor("ubnd-xa", COMMUNE), actor("ub-mttq-xa", "05488"), actor("so-ldtbxh")):
        with pytest.raises(NotAllowed):
            stage.ask(HouseholdRegister(area_code=AREA_1), by=by)


def test_the_job_acts_in_the_name_of_who_uploaded_and_keeps_no_file(stage: Stage, committee: Actor) -> None:
    job = ended(stage, committee, as_csv(good(2)))
    steps = stage.ask(HistoryOf(subject_id=job.import_id), by=committee).items
    assert [(each.step, each.acting_body) for each in steps] == [
        ("upload", committee.body),
        ("take_over", committee.body),
    ]
    with stage.work() as work:
        assert work.session.scalars(select(tables.uploads.c.import_id)).all() == []


texts = st.text(max_size=12) | st.sampled_from([AREA_1, AREA_2, "05488-K001", "1", "2", "007", "Giả Lập"])


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(COLUMNS, texts)), max_size=8))
def test_a_row_is_either_an_entry_or_has_faults_and_no_household_stands_twice(
    rows: list[dict[str, str]],
) -> None:
    checker = Checker(COMMUNE, date(2017, 7, 3))
    entries = []
    for number, row in enumerate(rows, start=2):
        entry, faults = checker.check(number, row)
        assert (entry is None) == bool(faults)
        assert all(fault.row == number for fault in faults)
        entries += [entry] if entry else []
    keys = [(each.area_code, each.list_number) for each in entries]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"text": "nguyen gia lap"}, 3),
        ({"text": "NGUYỄN lập 2"}, 1),
        ({"text": "Trần"}, 0),
        ({"unit": AREA_1}, 3),
        ({"unit": "19"}, 3),
        ({"unit": "05431"}, 0),
        ({"year": 2001}, 0),
        ({"to": date(2001, 1, 1)}, 0),
    ],
)
def test_the_register_is_found_by_name_place_and_day(
    stage: Stage, committee: Actor, filters: dict[str, Any], found: int
) -> None:
    ended(stage, committee, as_csv(good(3)))
    asked = HouseholdRegister.model_validate({"area_code": AREA_1, **filters})
    assert len(stage.ask(asked, by=committee).items) == found


@pytest.mark.parametrize(
    ("filters", "found"),
    [({"text": "tran thi"}, 1), ({"text": "TRẦN THỊ"}, 1), ({"text": "biển"}, 0), ({"unit": "05431"}, 0)],
)
def test_faults_are_found_by_their_words_and_place(
    stage: Stage, committee: Actor, filters: dict[str, Any], found: int
) -> None:
    job = ended(stage, committee, as_csv([*good(2), [AREA_1, 9, "=Trần Thị Giả Lập", 2]]))
    asked = ImportFaults.model_validate({"import_id": job.import_id, **filters})
    assert len(stage.ask(asked, by=committee).items) == found


def test_a_wrong_unit_of_a_register_is_refused_by_its_rule(stage: Stage, committee: Actor) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.ask(HouseholdRegister(area_code=AREA_1, unit="99999"), by=committee)
    assert [(each.field, each.rule) for each in refused.value.fields] == [("unit", "known-unit")]


def test_a_report_is_forgotten_after_its_time(stage: Stage, committee: Actor) -> None:
    asked = ImportFaults(import_id=ended(stage, committee, as_csv([[AREA_1, 5, "=CMD()", 3]])).import_id)
    for days, left in ((90, True), (91, False)):
        stage.tick(SIGNING_DAY + timedelta(days=days))
        assert bool(stage.ask(asked, by=committee).items) == left
