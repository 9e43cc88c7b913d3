"""A commune's list from its file into the register; every person is synthetic."""

import base64
import csv
import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from campaigns.household_imports import files
from campaigns.household_imports.commands import upload_households
from campaigns.household_imports.domain.columns import AREA, COLUMNS, HEAD, MEMBERS, NUMBER, Checker
from campaigns.household_imports.messages import (
    ContinueImport,
    HouseholdCounts,
    HouseholdRegister,
    ImportById,
    ImportFaults,
    ImportList,
    ImportTemplate,
    UploadHouseholds,
)
from contracts.errors import InvalidField, NotAllowed, WrongStep
from shared.authority import Actor
from shared.history.messages import HistoryOf
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

COMMUNE, AREA_1, AREA_2 = "05485", "05485-K001", "05485-K002"
Line = list[object]


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


def wanted(content: bytes, file_format: str = "csv") -> UploadHouseholds:
    encoded = base64.b64encode(content).decode()
    body = {"unit_code": COMMUNE, "format": file_format, "content_base64": encoded}
    return UploadHouseholds.model_validate(body)


def ended(stage: Stage, by: Actor, content: bytes, file_format: str = "csv") -> Any:
    job = stage.act(wanted(content, file_format), by=by)
    while job.state in {"received", "checked"}:
        job = stage.act(ContinueImport(import_id=job.import_id), by=by)
    return job


def test_nobody_without_a_name_and_no_state_body_uploads(stage: Stage) -> None:
    for by in (actor("ubnd-xa", COMMUNE), actor("ub-mttq-xa", "05488"), actor("btt-mttq-tinh")):
        with pytest.raises(NotAllowed):
            stage.act(wanted(as_csv(good(1))), by=by)
    for order in (wanted(as_csv(good(1))), ContinueImport(import_id="imp_1")):
        with pytest.raises(NotAuthenticated):
            stage.act(order, by=None)


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_a_good_list_stands_in_the_register(stage: Stage, committee: Actor, file_format: str) -> None:
    lines = [*good(3), *good(2, AREA_2)]
    job = ended(stage, committee, as_csv(lines) if file_format == "csv" else as_xlsx(lines), file_format)
    assert (job.state, job.total, job.done, job.errors, job.imported) == ("imported", 5, 5, 0, 5)
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
    with pytest.raises(WrongStep) as refused:
        stage.act(ContinueImport(import_id=job.import_id), by=committee)
    assert refused.value.rule == "household_import:continue"


def test_an_import_goes_on_where_it_stopped(
    stage: Stage, committee: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload_households, "PORTION", 2)
    job = stage.act(wanted(as_csv([*good(4), [AREA_1, 1, "Giả Lập", 2]])), by=committee)
    seen = []
    while job.state == "received":
        job = stage.act(ContinueImport(import_id=job.import_id), by=committee)
        seen.append((job.state, job.done, job.errors))
    assert seen == [("received", 2, 0), ("received", 4, 0), ("rejected", 5, 1)]
    shown = stage.ask(ImportById(import_id=job.import_id), by=committee)
    assert (shown.uploading_body, shown.done) == (committee.body, 5)
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
        (b"x" * (files.LARGEST_BYTES + 1), "csv", "largest-file"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    stage: Stage, committee: Actor, content: bytes, file_format: str, rule: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(wanted(content, file_format), by=committee)
    assert (refused.value.rule, refused.value.fields[0].field) == (rule, "content_base64")


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


def test_what_was_uploaded_waits_to_be_taken_over(stage: Stage, committee: Actor) -> None:
    def awaited() -> list[str]:
        return [each.step for each in stage.ask(TaskList(), by=committee).items]

    job = stage.act(wanted(as_csv(good(2))), by=committee).import_id
    assert awaited() == ["continue"]
    stage.act(ContinueImport(import_id=job), by=committee)
    assert awaited() == ["take_over"]
    stage.act(ContinueImport(import_id=job), by=committee)
    assert awaited() == []
    steps = stage.ask(HistoryOf(subject_id=job), by=committee).items
    assert [each.step for each in steps] == ["upload", "pass", "take_over"]


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
