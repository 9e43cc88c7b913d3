"""What an operator decides about the journal and a restored database, and what waits until then."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from contracts.errors import NotAllowed
from shared.bus.place import Lacking, Place, keep, place_in
from shared.example import WriteNote, service
from shared.operations.journal_messages import (
    AcceptJournalLoss,
    AcceptRestored,
    RefillInbox,
    RepublishOutbox,
    TakenBackEvents,
)
from shared.operations.journal_verbs import THE_FIRST, JournalIsLacking, NothingToAccept
from shared.operations.messages import ServiceStatus
from shared.standing import NotProved, Restored
from shared.tables import audit, outbox
from shared.testing import Stage, actor

NOW = datetime(2026, 11, 25, tzinfo=UTC)
OPERATOR = actor("btt-mttq-tinh", roles=frozenset({"operator"}))
CLERK = actor("btt-mttq-tinh")
WHY = "restored from the backup of 24 November"


@pytest.fixture
def stage() -> Stage:
    return Stage(service)


def put(stage: Stage, **values: object) -> None:
    with stage.database.transaction() as session:
        keep(session, **values)
    learn(stage)


def learn(stage: Stage) -> None:
    """What a host does once a second."""
    with stage.database.reading() as session:
        stage.dispatcher.standing.learn(place_in(session))


def place(stage: Stage) -> Place:
    with stage.database.reading() as session:
        return place_in(session) or Place()


def test_a_service_whose_database_lacks_its_own_acts_does_nothing_until_its_operator_decides(
    stage: Stage,
) -> None:
    put(stage, taken_back=3)
    with pytest.raises(Restored, match="3 acts"):
        stage.act(WriteNote(board="b", text="x"), by=CLERK)
    assert not stage.dispatcher.standing.may_apply
    assert stage.ask(ServiceStatus(), by=OPERATOR).journal.taken_back == 3
    with pytest.raises(NotAllowed):
        stage.act(AcceptRestored(reason=WHY), by=CLERK)
    assert stage.act(AcceptRestored(reason=WHY), by=OPERATOR).taken_back == 0
    learn(stage)
    stage.act(WriteNote(board="b", text="x"), by=CLERK)
    with stage.database.reading() as session:
        assert "accept_restored" in set(session.scalars(select(audit.c.act)))


def test_a_host_that_has_not_read_the_journal_refuses(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shared.standing.WAIT_SECONDS", 0)
    stage.dispatcher.standing._known.clear()
    with pytest.raises(NotProved):
        stage.act(WriteNote(board="b", text="x"), by=CLERK)


def test_what_the_journal_lacks_must_be_accepted_before_it_is_read_anew(stage: Stage) -> None:
    put(stage, offset=7, lacking=Lacking.FORGOTTEN, wanted=8, found=20)
    assert stage.dispatcher.standing.may_act, "commands go on"
    assert not stage.dispatcher.standing.may_apply, "what arrived waits"
    assert stage.ask(ServiceStatus(), by=OPERATOR).journal.lacking == "forgotten"
    with pytest.raises(JournalIsLacking):
        stage.act(RefillInbox(reason=WHY), by=OPERATOR)
    stage.act(AcceptJournalLoss(reason=WHY), by=OPERATOR)
    assert (place(stage).lacking, place(stage).since) == (None, THE_FIRST)
    with pytest.raises(NothingToAccept):
        stage.act(AcceptJournalLoss(reason=WHY), by=OPERATOR)


def test_a_refill_begins_with_an_instant(stage: Stage) -> None:
    stage.act(RefillInbox(reason=WHY, since=NOW), by=OPERATOR)
    assert place(stage).since == NOW


def test_the_outbox_is_told_again_with_the_same_bytes(stage: Stage) -> None:
    for _ in range(3):
        stage.act(WriteNote(board="b", text="x"), by=CLERK)
    with stage.database.transaction() as session:
        session.execute(outbox.update().values(published_at=NOW))
    before = stage.envelopes
    assert stage.act(RepublishOutbox(reason=WHY), by=OPERATOR).events == 3
    with stage.database.reading() as session:
        assert set(session.scalars(select(outbox.c.published_at))) == {None}
    assert stage.envelopes == before


def test_what_was_taken_back_is_listed(stage: Stage) -> None:
    for _ in range(3):
        stage.act(WriteNote(board="b", text="x"), by=CLERK)
    with stage.database.transaction() as session:
        session.execute(outbox.update().where(outbox.c.seq > 1).values(taken_back=True))
    first = stage.ask(TakenBackEvents(limit=1), by=OPERATOR)
    assert first.next_cursor is not None
    rest = stage.ask(TakenBackEvents(limit=1, cursor=first.next_cursor), by=OPERATOR)
    assert [each.event_id for each in (*first.items, *rest.items)] == [
        each.id for each in stage.envelopes[1:]
    ]
    assert rest.next_cursor is None
