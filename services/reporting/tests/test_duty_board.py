from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from contracts.envelope import Envelope
from contracts.errors import InvalidField, NotFound
from contracts.messages import Query
from contracts.reference import duties
from reporting.duty_board.messages import DutyBoard, DutyOnBoard, DutyStandings
from reporting.programmes.messages import ProgrammeList
from shared.testing import Stage

Happening = Callable[..., Envelope]
DAY = date(2018, 1, 31)


@pytest.fixture
def busy(stage: Stage, happening: Happening) -> Stage:
    """Give a stage after three events of two bodies in two years."""
    stage.receive(happening(agency="ub-mttq-tinh"))
    stage.receive(happening(agency="ub-mttq-xa/05467", unit="05467"))
    stage.receive(happening(agency="ub-mttq-tinh", occurredon=date(2018, 1, 20)))
    return stage


def test_anyone_sees_all_items_in_the_order_of_the_programme(stage: Stage) -> None:
    page = stage.ask(DutyBoard(year=2017), by=None, on=DAY)
    assert [row.id for row in page.items] == [duty.id for duty in duties().all()]
    assert len(page.items) == 115
    assert page.next_cursor is None
    assert {row.status for row in page.items} == {"not_started"}


def test_a_row_says_what_the_duty_is_and_who_answers_for_it(stage: Stage) -> None:
    [row] = stage.ask(DutyBoard(duty_id="II.1a-a", year=2017), on=DAY).items
    assert (row.clause, row.kind) == (duties().get("II.1a-a").clause, "duty")
    assert "hiệp thương" in row.text_vi
    assert row.text_en
    assert "campaigns" in row.services
    assert "btt-mttq-tinh" in {each.agency for each in row.responsible}


def test_the_board_counts_by_year(busy: Stage) -> None:
    [row] = busy.ask(DutyBoard(duty_id="II.2a-a"), on=DAY).items
    assert [(each.year, each.evidence, each.in_progress) for each in row.years] == [
        (2017, 2, 2),
        (2018, 1, 1),
    ]
    assert row.evidence == 3
    [row] = busy.ask(DutyBoard(duty_id="II.2a-a", year=2018), on=DAY).items
    assert (row.evidence, row.status) == (1, "in_progress")


def test_the_board_of_one_body_shows_its_duties_and_its_own_part(busy: Stage) -> None:
    rows = {row.id: row for row in busy.ask(DutyBoard(duty_body="ub-mttq-xa/05467"), on=DAY).items}
    assert rows["II.2a-a"].evidence == 1
    assert "III.1.1-c" not in rows
    assert rows["II.1a-c"].status == "not_started"


def test_the_board_is_narrowed_by_status_and_service(busy: Stage) -> None:
    begun = busy.ask(DutyBoard(status="in_progress"), on=DAY).items
    funds = busy.ask(DutyBoard(service="funds", status="not_started"), on=DAY).items
    assert [row.id for row in begun] == ["II.2a-a"]
    assert "II.2a-b" in {row.id for row in funds}
    assert all("funds" in row.services and row.status == "not_started" for row in funds)


@pytest.mark.parametrize("limit", [1, 40, 115])
def test_the_pages_together_are_the_board(stage: Stage, limit: int) -> None:
    found: list[str] = []
    cursor = None
    while True:
        page = stage.ask(DutyBoard(limit=limit, cursor=cursor), on=DAY)
        found += [row.id for row in page.items]
        assert len(page.items) <= limit
        if page.next_cursor is None:
            break
        cursor = page.next_cursor
    assert found == [duty.id for duty in duties().all()]


def test_a_cursor_of_another_list_is_refused(stage: Stage) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.ask(DutyBoard(cursor="prg_1"), on=DAY)
    assert refused.value.fields[0].field == "cursor"


def test_an_item_shows_its_evidence_by_pages(busy: Stage) -> None:
    first = busy.ask(DutyOnBoard(duty_id="II.2a-a", limit=2), on=DAY)
    rest = busy.ask(DutyOnBoard(duty_id="II.2a-a", limit=2, cursor=first.next_cursor), on=DAY)
    events = [each.event_id for page in (first, rest) for each in page.evidence_list]
    assert (first.evidence, events) == (3, ["evt_0001", "evt_0002", "evt_0003"])
    assert rest.next_cursor is None
    assert {each.type for each in first.evidence_list} == {"funds.drive_opened.v1"}
    assert {each.recorded_at for each in first.evidence_list} == {datetime(2017, 10, 17, 1, tzinfo=UTC)}


def test_standings_are_narrowed_by_year_and_status(busy: Stage) -> None:
    page = busy.ask(DutyStandings(duty_id="II.2a-a", year=2018, status="in_progress"))
    assert [(each.duty_body, each.year) for each in page.items] == [("ub-mttq-tinh", 2018)]
    assert busy.ask(DutyStandings(duty_id="II.2a-a", status="done")).items == []


@pytest.mark.parametrize("asked", [DutyOnBoard(duty_id="II.9z-z"), DutyStandings(duty_id="II.9z-z")])
def test_an_unknown_item_is_not_found(stage: Stage, asked: DutyOnBoard | DutyStandings) -> None:
    with pytest.raises(NotFound):
        stage.ask(asked, on=DAY)


def test_programmes_are_listed_by_state_and_year(stage: Stage, signed: object) -> None:
    found = stage.ask(ProgrammeList(state="in_force", year=2017)).items
    assert [each.number for each in found] == ["75/CTrPH/UBND-UBMTTQ"]
    assert [each.signed_on for each in found[0].signatures] == [date(2017, 6, 16)] * 2
    assert signed
    assert stage.ask(ProgrammeList(state="refused")).items == []
    assert stage.ask(ProgrammeList(year=2018)).items == []


@pytest.mark.parametrize(
    ("filters", "evidence"),
    [
        ({"unit": "19"}, 3),
        ({"unit": "164"}, 1),
        ({"unit": "05431"}, None),
        ({"to": date(2017, 12, 31)}, 2),
        ({"from": date(2018, 1, 1)}, 1),
        ({"from": date(2019, 1, 1)}, None),
        ({"unit": "05467", "year": 2018}, None),
    ],
)
def test_the_board_is_narrowed_to_the_bodies_of_a_place_and_time(
    busy: Stage, filters: dict[str, Any], evidence: int | None
) -> None:
    rows = busy.ask(DutyBoard.model_validate(filters), on=DAY).items
    assert {row.id: row.evidence for row in rows if row.evidence} == (
        {"II.2a-a": evidence} if evidence else {}
    )


@pytest.mark.parametrize(
    ("text", "found"), [("HIỆP THƯƠNG", True), ("hiep thuong", True), ("biển cả", False)]
)
def test_items_are_found_by_their_words(stage: Stage, text: str, found: bool) -> None:  # noqa: FBT001
    assert ("II.1a-a" in {row.id for row in stage.ask(DutyBoard(text=text), on=DAY).items}) is found


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"unit": "164"}, 1),
        ({"year": 2018}, 1),
        ({"text": "mat tran thai nguyen"}, 2),
        ({"text": "MẶT TRẬN cấp xã"}, 1),
        ({"to": date(2017, 1, 1)}, 0),
    ],
)
def test_standings_are_found_by_place_name_and_time(busy: Stage, filters: dict[str, Any], found: int) -> None:
    asked = DutyStandings.model_validate({"duty_id": "II.2a-a", **filters})
    assert len(busy.ask(asked).items) == found


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"unit": "164"}, 1),
        ({"unit": "19"}, 3),
        ({"from": date(2018, 1, 1)}, 1),
        ({"to": date(2017, 1, 1)}, 0),
    ],
)
def test_evidence_is_found_by_place_and_day(busy: Stage, filters: dict[str, Any], found: int) -> None:
    asked = DutyOnBoard.model_validate({"duty_id": "II.2a-a", **filters})
    assert len(busy.ask(asked, on=DAY).evidence_list) == found


@pytest.mark.parametrize(
    ("asked", "rule"),
    [
        (DutyBoard(unit="99999"), "known-unit"),
        (DutyStandings(duty_id="II.2a-a", unit="99999"), "known-unit"),
        (DutyOnBoard(duty_id="II.2a-a", unit="99999"), "known-unit"),
    ],
)
def test_a_wrong_filter_is_refused_by_its_rule(busy: Stage, asked: Query, rule: str) -> None:
    with pytest.raises(InvalidField) as refused:
        busy.ask(asked, on=DAY)
    assert [each.rule for each in refused.value.fields] == [rule]
