"""The filters that every list has, and pages."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sqlalchemy import Column, Date, Integer, MetaData, Table, literal, select
from sqlalchemy.orm import Session

from contracts.errors import InvalidField, NotFound
from contracts.messages import ListQuery, PageQuery, TextListQuery
from contracts.names import Name, Named
from contracts.reference import Place, units
from shared.database import Database
from shared.domain.text import folded
from shared.example import service
from shared.store import (
    Listed,
    Repository,
    in_period,
    key,
    map_all,
    page_in,
    path,
    rows_page,
    short_text,
    within,
)
from shared.testing import work_in

DAY = date(2017, 6, 16)
PROVINCE, COMMUNE = "19", "05431"
State = Annotated[
    Literal["open", "closed"], Named("Trạng thái", "State", codes={"open": "Mở", "closed": "Đóng"})
]


class WordlessList(ListQuery):
    state: State | None = None


class DriveList(TextListQuery):
    state: State | None = None


@dataclass(eq=False)
class Drive:
    id: str
    name: str
    path: str
    day: date
    year: int
    state: str
    search: str = ""

    def __post_init__(self) -> None:
        self.search = folded(self.name)


metadata = MetaData()
drives = Table(
    "drives",
    metadata,
    key(),
    short_text("name"),
    path(),
    Column("day", Date, nullable=False),
    Column("year", Integer, nullable=False),
    short_text("state"),
    short_text("search", 200),
)
map_all(metadata, {Drive: drives})
ALL = Listed(
    path=drives.c.path, day=drives.c.day, year=drives.c.year, state=drives.c.state, text=drives.c.search
)
BY_DAY = Listed(day=drives.c.day)


class Drives(Repository):
    """Drives, as a feature would keep them."""

    def get(self, drive_id: str) -> Drive:
        return self._get(Drive, drive_id, Name("đợt vận động", "drive"))

    def named(self, by: Listed = ALL, wanted: Any = None, **asked: Any) -> list[str]:
        model = WordlessList if by.text is None else DriveList
        found, _ = self._list(Drive, drives, model(**asked), by, wanted)
        return [each.name for each in found]

    def page(self, **asked: Any) -> tuple[list[str], str | None]:
        found, cursor = self._list(Drive, drives, DriveList(**asked), ALL)
        return [each.id for each in found], cursor


def _new() -> Session:
    database = Database("sqlite://")
    metadata.create_all(database.engine)
    return database.transaction().__enter__()


def kept() -> Drives:
    made = Drives(work_in(service, _new()))
    made.add(
        Drive("drv_1", "Giảm nghèo", Place.on(COMMUNE, DAY).path, DAY, 2017, "open"),
        Drive("drv_2", "Tết vì người nghèo", Place.on(PROVINCE, DAY).path, date(2018, 1, 10), 2017, "closed"),
        Drive("drv_3", "Nhà tình nghĩa", Place.on("164", DAY).path, date(2018, 12, 31), 2019, "open"),
    )
    return made


@pytest.fixture
def made() -> Drives:
    return kept()


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, ["Giảm nghèo", "Tết vì người nghèo", "Nhà tình nghĩa"]),
        ({"unit": COMMUNE}, ["Giảm nghèo"]),
        ({"unit": PROVINCE}, ["Giảm nghèo", "Tết vì người nghèo", "Nhà tình nghĩa"]),
        ({"unit": "164"}, ["Giảm nghèo", "Nhà tình nghĩa"]),
        ({"unit": "05431-K001"}, []),
        ({"unit": "05434"}, []),
        ({"year": 2017}, ["Giảm nghèo", "Tết vì người nghèo"]),
        ({"from": "2017-06-17"}, ["Tết vì người nghèo", "Nhà tình nghĩa"]),
        ({"to": "2017-06-16"}, ["Giảm nghèo"]),
        ({"from": "2018-01-01", "to": "2018-06-30"}, ["Tết vì người nghèo"]),
        ({"state": "open"}, ["Giảm nghèo", "Nhà tình nghĩa"]),
        ({"text": "ngheo"}, ["Giảm nghèo", "Tết vì người nghèo"]),
        ({"text": "NGHÈO giảm"}, ["Giảm nghèo"]),
        ({"text": "giàm"}, ["Giảm nghèo"]),
        ({"text": "ngh_o"}, []),
        ({"text": "gi%ngheo"}, ["Giảm nghèo"]),
        ({"text": "te%giam"}, []),
        ({"state": "open", "year": 2019, "text": "nha"}, ["Nhà tình nghĩa"]),
    ],
)
def test_a_list_is_narrowed_to_what_was_asked(made: Drives, asked: dict[str, Any], names: list[str]) -> None:
    assert made.named(**asked) == names


def test_where_no_year_is_kept_it_is_that_of_the_day(made: Drives) -> None:
    assert made.named(by=BY_DAY, year=2018) == ["Tết vì người nghèo", "Nhà tình nghĩa"]


def test_a_list_is_narrowed_beforehand_by_its_own_filters(made: Drives) -> None:
    own = select(Drive).where(drives.c.year == 2017)
    assert made.named(wanted=own, state="open") == ["Giảm nghèo"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("unit", "19"), ("year", 2017), ("from", DAY), ("to", DAY), ("state", "open")],
)
def test_a_filter_that_a_list_does_not_offer_is_refused_by_its_name(
    made: Drives, field: str, value: Any
) -> None:
    with pytest.raises(InvalidField) as refused:
        made.named(by=Listed(), **{field: value})
    assert [(each.field, each.rule) for each in refused.value.fields] == [(field, "filter-offered")]


def test_a_filter_that_nobody_knows_is_no_filter() -> None:
    with pytest.raises(ValidationError):
        DriveList.model_validate({"colour": "red"})


CODES = sorted({each.code for each in units().communes(DAY)} | {each.code for each in units().districts(DAY)})
DAYS = [DAY, date(2020, 6, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 1, 1)]


@st.composite
def places(draw: st.DrawFn) -> str:
    """Draw the path of a unit or area on some day; what a merger ended has none behind it."""
    code, day = draw(st.sampled_from(CODES)), draw(st.sampled_from(DAYS))
    try:
        return Place.on(code + draw(st.sampled_from(["", "-K001"])) if len(code) == 5 else code, day).path
    except InvalidField:
        return Place.on(PROVINCE, day).path


@given(place=places(), near=st.sampled_from(["", "-K001", "-K002"]), code=st.sampled_from([*CODES, PROVINCE]))
def test_a_place_lies_in_what_stood_above_it_on_its_own_day(place: str, near: str, code: str) -> None:
    for unit in {f"{code}{near}", *place.strip("/").split("/")}:
        with Database("sqlite://").reading() as session:
            assert bool(session.scalar(select(within(literal(place), unit)))) == (f"/{unit}/" in place)


@pytest.mark.parametrize("unit", ["05", "%%", "__", "99999", "05431-K1", "/19/", "99999-K001"])
def test_a_unit_that_nobody_knows_is_refused_by_its_rule(made: Drives, unit: str) -> None:
    with pytest.raises(InvalidField) as refused:
        made.named(unit=unit)
    assert [(each.field, each.rule) for each in refused.value.fields] == [("unit", "known-unit")]
    with Database("sqlite://").reading() as session:
        assert not session.scalar(select(within(literal("/19/164/05431/"), unit)))


def test_pages_hold_each_object_once_in_order(made: Drives) -> None:
    first, cursor = made.page(limit=2)
    rest, end = made.page(limit=2, cursor=cursor)
    assert (first, rest, cursor, end) == (["drv_1", "drv_2"], ["drv_3"], "drv_2", None)


def test_a_page_that_is_just_full_is_the_last(made: Drives) -> None:
    assert made.page(limit=3)[1] is None
    assert made.page(limit=1, cursor="drv_9") == ([], None)


def test_what_is_added_while_somebody_turns_pages_shifts_nothing(made: Drives) -> None:
    _, cursor = made.page(limit=2)
    made.add(Drive("drv_0", "Sớm hơn", "/19/", DAY, 2017, "open"))
    assert made.page(limit=2, cursor=cursor)[0] == ["drv_3"]


NUMBERS = st.integers(min_value=0, max_value=999)


@given(at_first=st.sets(NUMBERS), limit=st.integers(min_value=1, max_value=4), late=st.lists(NUMBERS))
def test_pages_are_stable_whatever_is_added_meanwhile(
    at_first: set[int], limit: int, late: list[int]
) -> None:
    made, waiting = Drives(work_in(service, _new())), [each for each in late if each not in at_first]

    def keep(number: int) -> None:
        made.add(Drive(f"drv_{number:03d}", "Vì người nghèo", "/19/", DAY, 2017, "open"))

    for each in at_first:
        keep(each)
    page, cursor = made.page(limit=limit)
    seen, added = page, set[int]()
    while cursor:
        if waiting and waiting[0] not in added:
            added.add(waiting[0])
            keep(waiting.pop(0))
        page, cursor = made.page(limit=limit, cursor=cursor)
        seen += page
    assert seen == sorted(set(seen))
    assert {f"drv_{each:03d}" for each in at_first} <= set(seen)
    assert set(seen) <= {f"drv_{each:03d}" for each in at_first | added}


@given(st.sets(st.text(min_size=1), max_size=9), st.integers(min_value=1, max_value=4))
def test_pages_of_what_stands_in_memory_hold_each_thing_once(names: set[str], limit: int) -> None:
    seen, cursor = page_in(sorted(names), PageQuery(limit=limit), str)
    while cursor:
        page, cursor = page_in(sorted(names), PageQuery.model_construct(limit=limit, cursor=cursor), str)
        seen += page
    assert seen == sorted(names)


def test_pages_of_rows_stand_in_the_order_of_their_column(made: Drives) -> None:
    by_year = select(drives.c.name, drives.c.day.label("on"))
    name, session = drives.c.name, made._session
    first, cursor = rows_page(session, by_year, name, PageQuery(limit=2))
    rest, end = rows_page(session, by_year, name, PageQuery(limit=2, cursor=cursor))
    assert [row["name"] for row in (*first, *rest)] == sorted(
        ["Giảm nghèo", "Tết vì người nghèo", "Nhà tình nghĩa"]
    )
    assert (cursor, end) == ("Nhà tình nghĩa", None)


@pytest.mark.parametrize(
    ("asked", "day", "lies"),
    [
        ({}, None, True),
        ({"year": 2017}, None, False),
        ({"year": 2017}, DAY, True),
        ({"year": 2018}, DAY, False),
        ({"from": DAY, "to": DAY}, DAY, True),
        ({"from": date(2017, 6, 17)}, DAY, False),
        ({"to": date(2017, 6, 15)}, DAY, False),
    ],
)
def test_a_day_lies_in_the_period_that_was_asked_for(
    asked: dict[str, Any],
    day: date | None,
    lies: bool,  # noqa: FBT001 - what is expected
) -> None:
    assert in_period(day, DriveList(**asked)) is lies


def test_a_list_of_one_place_is_whole_or_empty(made: Drives) -> None:
    one = Listed(path="/19/164/05431/")
    assert made.named(by=one, unit="164") == made.named()
    assert made.named(by=one, unit="05434") == []
    with pytest.raises(InvalidField):
        made.named(by=one, unit="99999")


def test_what_is_not_there_is_not_found_by_its_name(made: Drives) -> None:
    assert made.get("drv_1").name == "Giảm nghèo"
    with pytest.raises(NotFound, match="There is no drive drv_9") as refused:
        made.get("drv_9")
    assert refused.value.sentences()["vi"] == "Không tìm thấy đợt vận động drv_9."
