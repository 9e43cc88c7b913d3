from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from contracts.envelope import Envelope
from contracts.errors import NotAllowed, Refusal, WrongStep
from shared import tables
from shared.authority import Actor
from shared.bus import inbox
from shared.bus.inbox import State
from shared.bus.memory import TRUST, told
from shared.bus.processor import Processor
from shared.clock import VIETNAM
from shared.example import CountNotes, NoteWritten, service
from shared.operations.audit_messages import AuditEntryList
from shared.operations.messages import (
    DiscardParked,
    InboxEvents,
    ParkedEvent,
    ParkedEvents,
    ReplayEvent,
    RetryParked,
    ServiceStatus,
)
from shared.operations.service_status import status_of
from shared.service import Feature, Reaction, Service, reaction_to_every_event
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

OPERATOR = actor("btt-mttq-tinh", roles=frozenset({"operator"}))
REASON = "the reaction was mended"


class Spoiled(Stage):
    """The example with a parked event of board b and one that waits behind it."""

    def __init__(self) -> None:
        super().__init__(service)
        bad = self.hear(NoteWritten(board="b", number=1)).model_copy(update={"id": "evt_bad", "data": {}})
        later = self.hear(NoteWritten(board="x", number=1)).model_copy(
            update={"id": "evt_later", "partitionkey": bad.partitionkey}
        )
        with self.database.transaction() as session:
            inbox.store(
                session, map(told, [each.encode() for each in (bad, later)]), TRUST, datetime.now(UTC)
            )
        self.process()

    def received(self, seq: int) -> Envelope:
        with self.database.reading() as session:
            body = session.execute(select(tables.inbox.c.envelope).where(tables.inbox.c.seq == seq))
            return Envelope.decode(body.scalar_one())

    def process(self) -> None:
        while Processor(self.service, self.database).step():
            pass


@pytest.fixture
def spoiled() -> Spoiled:
    return Spoiled()


@pytest.mark.parametrize(
    ("by", "refusal"),
    [
        (None, NotAuthenticated),
        (actor("btt-mttq-tinh"), NotAllowed),
        (actor("ubnd-tinh", roles=frozenset({"operator"})), NotAllowed),
    ],
)
def test_only_an_operator_of_the_owning_agency_may(
    spoiled: Spoiled, by: Actor | None, refusal: type[Refusal]
) -> None:
    for asked in (ServiceStatus(), InboxEvents(), ParkedEvents(), ParkedEvent(seq=1)):
        with pytest.raises(refusal):
            spoiled.ask(asked, by=by)
    with pytest.raises(refusal):
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


def test_what_was_never_applied_cannot_be_replayed(spoiled: Spoiled) -> None:
    with pytest.raises(WrongStep, match="parked"):
        spoiled.act(ReplayEvent(seq=1, reason=REASON), by=OPERATOR)


def test_the_lag_is_the_time_from_the_publisher_to_the_effect(spoiled: Spoiled) -> None:
    assert spoiled.ask(ServiceStatus(), by=OPERATOR).lag_milliseconds is None
    spoiled.act(DiscardParked(seq=1, reason=REASON), by=OPERATOR)
    spoiled.process()
    applied_at = spoiled.received(2).time + timedelta(milliseconds=250)
    with spoiled.database.transaction() as session:
        session.execute(tables.inbox.update().where(tables.inbox.c.seq == 2).values(applied_at=applied_at))
        assert status_of(session, "example", datetime.now(UTC)).lag_milliseconds == 250


def test_the_inbox_is_searched_by_id_source_and_state(spoiled: Spoiled) -> None:
    def found(**asked: Any) -> list[int]:
        return [event.seq for event in spoiled.ask(InboxEvents(**asked), by=OPERATOR).items]

    assert found() == [1, 2]
    assert found(event_id=["evt_later", "evt_none"]) == [2]
    assert found(event_id=["evt_later"], source=["/other"]) == []
    assert found(state=State.PARKED) == [1]
    first = spoiled.ask(InboxEvents(limit=1), by=OPERATOR)
    assert (first.next_cursor, found(cursor=first.next_cursor)) == ("1", [2])
    assert spoiled.ask(InboxEvents(limit=2), by=OPERATOR).next_cursor is None


def test_each_act_is_audited_and_kept_with_who_and_why(spoiled: Spoiled) -> None:
    for act in (RetryParked(seq=1, reason="once more, please"), DiscardParked(seq=1, reason="it was a test")):
        spoiled.act(act, by=OPERATOR)
        spoiled.process()
    past = spoiled.ask(ParkedEvent(seq=1), by=OPERATOR).acts
    assert [(each.by, each.outcome, each.reason) for each in past] == [
        ("usr_synthetic", "retried", "once more, please"),
        ("usr_synthetic", "discarded", "it was a test"),
    ]
    with spoiled.database.reading() as session:
        whole = select(tables.audit).where(tables.audit.c.user != "event").order_by(tables.audit.c.seq)
        entries = session.execute(whole).all()
    assert [(each.act, each.reason, each.objects) for each in entries] == [
        ("retry_parked", "once more, please", " 1 "),
        ("discard_parked", "it was a test", " 1 "),
    ]


def hearing(*reactions: Reaction) -> Service:
    return replace(service, features=[Feature(reactions=reactions)])


def test_a_service_that_hears_everything_may_repeat_everything_unless_something_may_not() -> None:
    everything = reaction_to_every_event(lambda _envelope, _work: None)
    [fixed] = service.reactions
    assert hearing(everything).replayable() == {"#"}
    assert hearing(everything, fixed).replayable() == frozenset()


def test_what_hears_everything_is_replayed(spoiled: Spoiled) -> None:
    heard: list[str] = []
    everything = reaction_to_every_event(lambda envelope, _work: heard.append(envelope.id))
    spoiled.play(hearing(everything))
    spoiled.act(RetryParked(seq=1, reason=REASON), by=OPERATOR)
    spoiled.process()
    before = list(heard)
    assert spoiled.act(ReplayEvent(seq=1, reason=REASON), by=OPERATOR).outcome == "replayed"
    spoiled.process()
    assert heard[len(before) :] == ["evt_bad"]


def test_the_audit_is_read_by_object_body_user_act_outcome_and_day(spoiled: Spoiled) -> None:
    spoiled.act(DiscardParked(seq=1, reason="it was a test"), by=OPERATOR)

    def found(**asked: Any) -> list[str]:
        page = spoiled.ask(AuditEntryList.model_validate({"limit": 100, **asked}), by=OPERATOR)
        return [each.act for each in page.items if each.act != "audit_entry_list"]

    assert found()[-1] == "discard_parked"
    assert found(act="discard_parked", outcome="done", body=OPERATOR.body) == ["discard_parked"]
    assert found(object="1", user="usr_synthetic") == ["discard_parked"]
    assert found(object="%") == found(object="_") == found(body="nobody") == []
    day = spoiled.now.astimezone(VIETNAM).date()
    assert "discard_parked" in found(**{"from": day.isoformat(), "to": day.isoformat()})
    assert found(to=(day - timedelta(days=1)).isoformat()) == []


def test_who_reads_the_audit_is_in_it(spoiled: Spoiled) -> None:
    spoiled.ask(AuditEntryList(), by=OPERATOR)
    page = spoiled.ask(AuditEntryList(act="audit_entry_list"), by=OPERATOR)
    assert [each.outcome for each in page.items] == ["read", "read"]
