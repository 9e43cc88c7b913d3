from datetime import UTC, datetime
from typing import Any

import pytest

from contracts.errors import NotAllowed, WrongStep
from shared.bus import inbox
from shared.bus.inbox import Arrival
from shared.bus.processor import Processor
from shared.example import CountNotes, NoteWritten, service
from shared.operations import with_operations
from shared.operations.messages import (
    DiscardParked,
    ParkedEvent,
    ParkedEvents,
    ReplayEvent,
    RetryParked,
    ServiceStatus,
)
from shared.testing import Stage, actor

OPERATOR = actor("btt-mttq-tinh", roles=frozenset({"operator"}))
REASON = "the reaction was mended"


class Spoiled(Stage[Any]):
    """The example with a parked event of board b and one that waits behind it."""

    def __init__(self) -> None:
        super().__init__(with_operations(service))
        bad = self.hear(NoteWritten(board="b", number=1)).model_copy(update={"id": "evt_bad", "data": {}})
        later = self.hear(NoteWritten(board="x", number=1)).model_copy(
            update={"id": "evt_later", "partitionkey": bad.partitionkey}
        )
        with self.database.transaction() as session:
            inbox.store(session, [Arrival(each.encode()) for each in (bad, later)], datetime.now(UTC))
        self.process()

    def process(self) -> None:
        while Processor(self.service, self.database).step():
            pass


@pytest.fixture
def spoiled() -> Spoiled:
    return Spoiled()


@pytest.mark.parametrize(
    "by", [None, actor("btt-mttq-tinh"), actor("ubnd-tinh", roles=frozenset({"operator"}))]
)
def test_only_an_operator_of_the_owning_agency_may(spoiled: Spoiled, by: Any) -> None:
    for asked in (ServiceStatus(), ParkedEvents(), ParkedEvent(seq=1)):
        with pytest.raises(NotAllowed):
            spoiled.ask(asked, by=by)
    with pytest.raises(NotAllowed):
        spoiled.act(RetryParked(seq=1, reason=REASON), by=by)


def test_status_counts_what_is_parked_and_what_it_holds(spoiled: Spoiled) -> None:
    status = spoiled.ask(ServiceStatus(), by=OPERATOR)
    assert (status.parked, status.held, status.inbox_waiting, status.applied) == (1, 1, 1, 0)


def test_parked_events_are_grouped_by_cause(spoiled: Spoiled) -> None:
    [group] = spoiled.ask(ParkedEvents(), by=OPERATOR).items
    assert (group.type, group.count, group.first_seq, group.held) == ("example.note_written.v1", 1, 1, 1)
    details = spoiled.ask(ParkedEvent(seq=1), by=OPERATOR)
    assert details.envelope is not None
    assert details.envelope["id"] == "evt_bad"


def test_discarding_lets_the_key_go_on(spoiled: Spoiled) -> None:
    before = spoiled.ask(CountNotes(board="x")).heard
    spoiled.act(DiscardParked(seq=1, reason=REASON), by=OPERATOR)
    spoiled.process()
    assert spoiled.ask(CountNotes(board="x")).heard == before + 1
    assert spoiled.ask(ServiceStatus(), by=OPERATOR).held == 0


def test_a_retry_that_fails_again_parks_again_and_still_holds(spoiled: Spoiled) -> None:
    spoiled.act(RetryParked(seq=1, reason=REASON), by=OPERATOR)
    spoiled.process()
    status = spoiled.ask(ServiceStatus(), by=OPERATOR)
    assert (status.parked, status.held) == (1, 1)


def test_what_was_applied_cannot_be_retried_or_discarded(spoiled: Spoiled) -> None:
    spoiled.act(DiscardParked(seq=1, reason=REASON), by=OPERATOR)
    spoiled.process()
    with pytest.raises(WrongStep):
        spoiled.act(RetryParked(seq=2, reason=REASON), by=OPERATOR)


def test_replaying_what_is_not_replayable_answers_already_done(spoiled: Spoiled) -> None:
    spoiled.act(DiscardParked(seq=1, reason=REASON), by=OPERATOR)
    spoiled.process()
    before = spoiled.ask(CountNotes(board="x")).heard
    assert spoiled.act(ReplayEvent(seq=2, reason=REASON), by=OPERATOR).outcome == "already done"
    spoiled.process()
    assert spoiled.ask(CountNotes(board="x")).heard == before
