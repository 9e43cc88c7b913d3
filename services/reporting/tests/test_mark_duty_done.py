from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.envelope import Envelope
from contracts.errors import NotAllowed, NotFound, WrongStep
from contracts.reporting.commands import MarkDutyDone, ProgrammeStanding
from contracts.reporting.queries import DutyBoard
from reporting.domain.board import Evidence, NoEvidence, Standing, evidence_in
from reporting.store.store import ReportingStore
from shared.authority import Actor
from shared.testing import Stage, actor

ReportingStage = Stage[ReportingStore]
Happening = Callable[..., Envelope]
LATER = date(2017, 12, 20)


def done(duty_id: str = "II.2a-a", year: int = 2017, on: date = LATER) -> MarkDutyDone:
    return MarkDutyDone(duty_id=duty_id, year=year, occurred_on=on)


def test_no_anonymous_caller_declares_a_duty_done(stage: ReportingStage) -> None:
    with pytest.raises(NotAllowed):
        stage.act(done(), by=None)


@pytest.mark.parametrize("agency", ["ubnd-tinh", "so-xd"])
def test_only_who_answers_for_a_duty_declares_it_done(
    stage: ReportingStage, happening: Happening, agency: str
) -> None:
    stage.receive(happening(agency=agency))
    with pytest.raises(NotAllowed) as refused:
        stage.act(done(), by=actor(agency))
    assert refused.value.rule == "responsible-only"


def test_a_word_is_no_evidence(stage: ReportingStage, front: Actor) -> None:
    with pytest.raises(NoEvidence):
        stage.act(done(), by=front)
    assert stage.events == []


def test_what_another_body_did_is_its_own(stage: ReportingStage, happening: Happening, front: Actor) -> None:
    stage.receive(happening(agency="ban-vd-quy-xa/05467", unit="05467"))
    for by in (front, actor("ub-mttq-xa", "05431"), actor("hlhpn-tinh")):
        with pytest.raises(NoEvidence):
            stage.act(done(), by=by)
    assert stage.act(done(), by=actor("ub-mttq-xa", "05467")).state == "done"


@pytest.mark.parametrize(("year", "on"), [(2018, LATER), (2017, date(2017, 10, 16))])
def test_evidence_is_of_that_year_and_not_later_than_the_declaration(
    stage: ReportingStage, happening: Happening, front: Actor, year: int, on: date
) -> None:
    stage.receive(happening(agency="ub-mttq-tinh"))
    with pytest.raises(NoEvidence):
        stage.act(done(year=year, on=on), by=front)


def test_a_duty_is_done_on_evidence_and_the_others_are_told(
    stage: ReportingStage, happening: Happening, front: Actor
) -> None:
    for _ in range(2):
        stage.receive(happening(agency="ub-mttq-tinh"))
    answer = stage.act(done(), by=front)
    [changed] = stage.envelopes
    assert (answer.state, answer.body, answer.evidence) == ("done", "ub-mttq-tinh", 2)
    assert (changed.data["from_status"], changed.data["to_status"]) == ("in_progress", "done")
    assert changed.data["evidence_event_ids"] == ["evt_0001", "evt_0002"]
    assert changed.duties == ""
    [row] = stage.ask(DutyBoard(duty="II.2a-a", year=2017), on=LATER).items
    assert (row.status, row.years[0].done, row.years[0].in_progress) == ("done", 1, 0)


def test_a_committee_declares_what_its_board_did(
    stage: ReportingStage, happening: Happening, front: Actor
) -> None:
    stage.receive(happening(agency="ban-vd-quy-tinh"))
    assert stage.act(done(), by=front).state == "done"


def test_who_coordinated_declares_its_own_part(stage: ReportingStage, happening: Happening) -> None:
    stage.receive(happening(duties="III.1.1-c", data={"coord_orgs": ["so-ldtbxh"]}))
    assert stage.act(done("III.1.1-c"), by=actor("so-ldtbxh")).state == "done"


def test_both_parties_declare_the_programme_issued(
    stage: ReportingStage, signed: ProgrammeStanding, state: Actor, front: Actor
) -> None:
    stage.receive(stage.envelopes[-1])
    assert signed.state == "in_force"
    assert stage.act(done("0-a"), by=state).state == "done"
    [row] = stage.ask(DutyBoard(duty="0-a", year=2017), on=LATER).items
    assert (row.status, row.years[0].done, row.years[0].in_progress) == ("in_progress", 1, 1)
    assert stage.act(done("0-a"), by=front).state == "done"


def test_a_duty_is_done_once(stage: ReportingStage, happening: Happening, front: Actor) -> None:
    stage.receive(happening(agency="ub-mttq-tinh"))
    stage.act(done(), by=front)
    with pytest.raises(WrongStep):
        stage.act(done(), by=front)


def test_later_evidence_leaves_a_duty_done(stage: ReportingStage, happening: Happening, front: Actor) -> None:
    stage.receive(happening(agency="ub-mttq-tinh"))
    stage.act(done(), by=front)
    stage.receive(happening(agency="ub-mttq-tinh"))
    [row] = stage.ask(DutyBoard(duty="II.2a-a", year=2017), on=LATER).items
    assert (row.status, row.evidence) == ("done", 2)


def test_an_unknown_duty_is_not_found(stage: ReportingStage, front: Actor) -> None:
    with pytest.raises(NotFound):
        stage.act(done("II.9z-z"), by=front)


@given(steps=st.lists(st.one_of(st.dates(date(2017, 6, 16), date(2017, 12, 31)), st.none()), max_size=10))
@settings(max_examples=150)
def test_a_standing_only_goes_forward(steps: list[date | None]) -> None:
    """A day is evidence of that day; None is the declaration."""
    standing, order = Standing.new("II.2a-a", "ub-mttq-tinh", 2017), ["not_started", "in_progress", "done"]
    for step in steps:
        before = standing.status
        if step is not None:
            assert standing.note(_on(step)) == (before == "not_started")
        elif before == "in_progress":
            standing.finish(date(2018, 1, 1))
        else:
            with pytest.raises((NoEvidence, WrongStep)):
                standing.finish(date(2018, 1, 1))
        assert order.index(standing.status) - order.index(before) in {0, 1}
        assert (standing.status == "not_started") == (standing.evidence == 0)


def _on(day: date) -> Evidence:
    return Evidence(
        id=f"evt:{day}",
        source="/funds",
        event_id="evt",
        type="funds.drive_opened.v1",
        duty_id="II.2a-a",
        body="ub-mttq-tinh",
        part="acted",
        answers=True,
        unit_code="19",
        year=day.year,
        occurred_on=day,
        recorded_at=None,  # type: ignore[arg-type]  # of no account to the rules
    )


def test_who_acted_is_not_named_twice(happening: Happening) -> None:
    event = happening(agency="ub-mttq-tinh", data={"signatories": ["ub-mttq-tinh"]})
    assert [(each.body, each.part) for each in evidence_in(event, "II.2a-a")] == [("ub-mttq-tinh", "acted")]
