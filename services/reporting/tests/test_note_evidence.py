from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from contracts.envelope import Envelope
from contracts.errors import NotFound
from reporting.duty_board import tables
from reporting.duty_board.messages import DutyBoard, DutyOnBoard, DutyStandings
from reporting.programmes.messages import ProgrammeStanding
from reporting.service import service
from shared.testing import Stage

Happening = Callable[..., Envelope]
DAY = date(2018, 1, 31)


def standings(stage: Stage, duty_id: str) -> dict[str, tuple[str, str, int]]:
    page = stage.ask(DutyStandings(duty_id=duty_id))
    return {
        each.duty_body: (each.status, "answers" if each.answers else "other", each.evidence)
        for each in page.items
    }


def test_the_first_event_begins_a_duty_and_the_others_are_told(stage: Stage, happening: Happening) -> None:
    stage.receive(happening(agency="ub-mttq-tinh"))
    stage.receive(happening(agency="ub-mttq-tinh"))
    [changed] = stage.envelopes
    assert changed.type == "reporting.duty_status_changed.v1"
    assert (changed.data["from_status"], changed.data["to_status"]) == ("not_started", "in_progress")
    assert (changed.data["duty_id"], changed.data["duty_body"], changed.data["year"]) == (
        "II.2a-a",
        "ub-mttq-tinh",
        2017,
    )
    assert changed.data["evidence_event_ids"] == ["evt_0001"]
    assert changed.duties == ""
    assert standings(stage, "II.2a-a") == {"ub-mttq-tinh": ("in_progress", "answers", 2)}


def test_an_event_counts_once(stage: Stage, happening: Happening) -> None:
    event = happening()
    for _ in range(3):
        stage.receive(event)
    detail = stage.ask(DutyOnBoard(duty_id="II.2a-a"), on=DAY)
    assert (detail.evidence, len(detail.evidence_list)) == (1, 1)


def test_the_same_id_from_two_services_is_two_events(stage: Stage, happening: Happening) -> None:
    for source in ("/funds", "/campaigns"):
        stage.receive(happening(id="evt_1", source=source))
    assert stage.ask(DutyOnBoard(duty_id="II.2a-a"), on=DAY).evidence == 2


def test_an_event_is_evidence_of_each_duty_that_it_names(stage: Stage, happening: Happening) -> None:
    stage.receive(happening(duties="II.2a-a,II.2b-a"))
    board = stage.ask(DutyBoard(year=2017), on=DAY)
    assert {row.id: row.evidence for row in board.items if row.evidence} == {"II.2a-a": 1, "II.2b-a": 1}


def test_an_event_without_duties_is_evidence_of_none(stage: Stage, happening: Happening) -> None:
    stage.receive(happening(duties=""))
    assert {row.status for row in stage.ask(DutyBoard(), on=DAY).items} == {"not_started"}


def test_the_boards_own_changes_are_evidence_of_nothing(stage: Stage, happening: Happening) -> None:
    stage.receive(happening(type="reporting.duty_status_changed.v1", source="/reporting"))
    assert stage.envelopes == []
    assert stage.ask(DutyOnBoard(duty_id="II.2a-a"), on=DAY).status == "not_started"


def test_a_board_acts_for_the_committee_of_its_own_unit(stage: Stage, happening: Happening) -> None:
    stage.receive(happening(agency="ban-vd-quy-xa/05467", unit="05467"))
    found = standings(stage, "II.2a-a")
    assert found["ub-mttq-xa/05467"] == ("in_progress", "answers", 1)
    assert set(found) == {"ban-vd-quy-xa/05467", "ub-mttq-xa/05467"}


def test_who_coordinates_has_begun_and_nobody_else(stage: Stage, happening: Happening) -> None:
    stage.receive(happening(duties="II.2b-a,III.1.1-c", data={"coordinating_bodies": ["so-ldtbxh"]}))
    coordinated = standings(stage, "II.2b-a")
    assert coordinated["so-ldtbxh"] == ("in_progress", "answers", 1)
    assert "so-xd" not in coordinated
    assert standings(stage, "III.1.1-c")["so-ldtbxh"] == ("in_progress", "answers", 1)


def test_who_joins_in_a_duty_of_others_has_no_standing(stage: Stage, happening: Happening) -> None:
    said = {"coordinating_bodies": ["so-ldtbxh", 7], "signatory_bodies": "x"}
    stage.receive(happening(agency="ub-mttq-tinh", data=said))
    assert set(standings(stage, "II.2a-a")) == {"ub-mttq-tinh"}


def test_both_parties_have_done_what_they_signed(stage: Stage, signed: ProgrammeStanding) -> None:
    [in_force] = stage.envelopes
    stage.receive(in_force)
    assert signed.state == "in_force"
    assert {body: status for body, (status, _, _) in standings(stage, "0-a").items()} == {
        "ubnd-tinh": "in_progress",
        "ub-mttq-tinh": "in_progress",
    }
    assert stage.ask(DutyOnBoard(duty_id="0-a"), on=DAY).evidence == 1


def test_an_agency_of_a_plug_in_is_evidence_for_itself_alone(stage: Stage, happening: Happening) -> None:
    stage.receive(happening(agency="hoi-chu-thap-do", source="/red-cross", type="red-cross.aid_given.v1"))
    assert standings(stage, "II.2a-a") == {"hoi-chu-thap-do": ("in_progress", "other", 1)}


def test_a_duty_that_the_programme_does_not_have_is_refused(stage: Stage, happening: Happening) -> None:
    with pytest.raises(NotFound):
        stage.receive(happening(duties="II.2a-a,II.9z-z"))
    assert stage.ask(DutyOnBoard(duty_id="II.2a-a"), on=DAY).evidence == 0


def test_the_year_is_that_of_the_act(stage: Stage, happening: Happening) -> None:
    stage.receive(happening(occurredon=date(2017, 12, 31), time=datetime(2018, 1, 5, tzinfo=UTC)))
    [tally] = stage.ask(DutyOnBoard(duty_id="II.2a-a"), on=DAY).years
    assert (tally.year, tally.evidence) == (2017, 1)


BODIES = [
    ("ban-vd-quy-tinh", "19"),
    ("ub-mttq-tinh", "19"),
    ("ub-mttq-xa/05467", "05467"),
    ("ban-ctmt/05467-K001", "05467-K001"),
    ("so-xd", "19"),
    ("hoi-chu-thap-do", None),
]


@st.composite
def happenings(draw: st.DrawFn) -> list[Envelope]:
    """Draw some events of any bodies, days and duties; no two of them are the same."""
    return [_drawn(draw, number) for number in range(draw(st.integers(1, 8)))]


def _drawn(draw: st.DrawFn, number: int) -> Envelope:
    body, unit = draw(st.sampled_from(BODIES))
    duties = draw(st.lists(st.sampled_from(["0-a", "II.1a-c", "II.2a-a", "II.2b-a"]), unique=True))
    joining = draw(st.lists(st.sampled_from(["so-xd", "so-ldtbxh", "ub-mttq-tinh"]), unique=True))
    return Envelope(
        id=f"evt_{number}",
        source=draw(st.sampled_from(["/funds", "/campaigns"])),
        type="funds.drive_opened.v1",
        subject="drv_1",
        time=datetime(2018, 5, 1, tzinfo=UTC),
        dataschema="https://chungtay.invalid/schemas/funds.drive_opened.v1.schema.json",
        data={"coordinating_bodies": list(joining)},
        partitionkey="drv_1",
        correlationid="cor_1",
        agency=body,
        unit=unit,
        occurredon=draw(st.dates(date(2017, 6, 16), date(2018, 12, 31))),
        duties=",".join(duties),
    )


def board_after(events: list[Envelope]) -> dict[str, list[tuple[Any, ...]]]:
    stage = Stage(service)
    for event in events:
        stage.receive(event)
    with stage.database.reading() as session:
        rows = {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
            for table in (tables.evidence, tables.standings)
        }
    stage.database.engine.dispose()
    return rows


@given(events=happenings(), data=st.data())
@settings(max_examples=15, deadline=None)
def test_any_order_and_repetition_of_events_gives_the_same_board(
    events: list[Envelope], data: st.DataObject
) -> None:
    repeated = data.draw(st.lists(st.sampled_from(events), max_size=5))
    shuffled = data.draw(st.permutations([*events, *repeated]))
    assert board_after(shuffled) == board_after(events)


def expected_evidence(events: list[Envelope]) -> Iterator[tuple[str, str, int]]:
    return ((event.agency, duty, event.occurredon.year) for event in events for duty in event.duty_ids)


@given(events=happenings())
@settings(max_examples=15, deadline=None)
def test_no_event_is_lost_and_the_counts_are_those_of_the_evidence(events: list[Envelope]) -> None:
    stage = Stage(service)
    for event in events:
        stage.receive(event)
    board = stage.ask(DutyBoard(), on=date(2019, 1, 1))
    assert sum(row.evidence for row in board.items) == len(list(expected_evidence(events)))
    for row in board.items:
        kept = stage.ask(DutyOnBoard(duty_id=row.id), on=date(2019, 1, 1)).evidence_list
        assert len(kept) == row.evidence == sum(tally.evidence for tally in row.years)
        for standing in stage.ask(DutyStandings(duty_id=row.id)).items:
            own = stage.ask(DutyOnBoard(duty_id=row.id, duty_body=standing.duty_body, year=standing.year))
            assert standing.evidence == len(own.evidence_list) > 0
            assert standing.first_on == min(each.occurred_on for each in own.evidence_list)
            assert standing.last_on == max(each.occurred_on for each in own.evidence_list)
