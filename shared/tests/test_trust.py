"""What a receiver believes: exchange, routing key and user must agree with what a message says of itself."""

import hashlib
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from contracts.envelope import Envelope
from shared.bus import inbox
from shared.bus.inbox import State
from shared.bus.memory import TRUST, told
from shared.bus.processor import Processor
from shared.bus.trust import MISTRUSTED, UNREADABLE, Delivery, Mistrusted, Trust
from shared.example import Notes, NoteWritten, service
from shared.operations.messages import RetryParked
from shared.operations.retry_parked import NoEvent
from shared.tables import inbox as table
from shared.testing import Stage, actor, work_in

NOW = datetime(2017, 6, 16, 3, tzinfo=UTC)
OPERATOR = actor("btt-mttq-tinh", roles=frozenset({"operator"}))


def note(number: int, **changes: Any) -> bytes:
    said = NoteWritten(board="b", number=number)
    return Envelope.model_validate(
        {
            "id": f"evt_{number}",
            "source": "/example",
            "type": said.wire_type(),
            "subject": "b",
            "time": NOW,
            "dataschema": said.schema_address(),
            "data": said.model_dump(),
            "partitionkey": "b",
            "correlationid": "cor_1",
            "agency": "btt-mttq-tinh",
            "occurredon": NOW.date(),
            **changes,
        }
    ).encode()


def receive(stage: Stage, *deliveries: Delivery) -> list[Any]:
    """Store and apply; return the rows of the inbox."""
    with stage.database.transaction() as session:
        inbox.store(session, deliveries, TRUST, NOW)
    while Processor(service, stage.database, lambda: NOW).step():
        pass
    with stage.database.reading() as session:
        return list(session.execute(select(table).order_by(table.c.seq)))


def heard(stage: Stage) -> list[int]:
    with stage.database.reading() as session:
        return Notes(work_in(service, session)).heard("b")


GENUINE = told(note(1))
FORGED = {
    "exchange": GENUINE._replace(exchange="neighbour.events"),
    "routing key": GENUINE._replace(routing_key="note_struck.v1"),
    "user": GENUINE._replace(user="neighbour-relay"),
    "type, exchange, user": told(note(1, source="/neighbour"))._replace(
        exchange="example.events", user="example-relay"
    ),
}


def test_what_the_relay_of_its_source_published_is_an_event() -> None:
    assert isinstance(TRUST.verified(GENUINE), Envelope)


@pytest.mark.parametrize("wrong", FORGED)
def test_what_contradicts_itself_is_kept_raw_with_its_cause_and_holds_nobody(wrong: str) -> None:
    stage = Stage(service)
    parked, done = receive(stage, FORGED[wrong], told(note(2)))
    assert (parked.state, parked.error) == (State.PARKED, f"mistrusted: {wrong}")
    digest = hashlib.sha256(FORGED[wrong].body).hexdigest()
    assert (parked.source, parked.key) == (MISTRUSTED, f"mistrusted/{digest}")
    assert parked.envelope == FORGED[wrong].body
    assert (done.state, heard(stage)) == (State.DONE, [2])


@pytest.mark.parametrize("wrong", FORGED)
def test_what_was_forged_does_not_take_the_place_of_the_genuine_one(wrong: str) -> None:
    stage = Stage(service)
    rows = receive(stage, FORGED[wrong], GENUINE)
    assert [row.state for row in rows] == [State.PARKED, State.DONE]
    assert heard(stage) == [1]


def test_no_operator_lets_a_forged_event_through() -> None:
    stage = Stage(service)
    [parked] = receive(stage, FORGED["user"])
    with pytest.raises(NoEvent):
        stage.act(RetryParked(seq=parked.seq, reason="it looks right"), by=OPERATOR)
    assert heard(stage) == []


def test_one_user_for_all_is_believed_only_where_users_are_not_told_apart() -> None:
    assert isinstance(Trust(users_apart=False).verified(FORGED["user"]), Envelope)
    for wrong in ("exchange", "routing key"):
        assert isinstance(Trust(users_apart=False).verified(FORGED[wrong]), Mistrusted)


@given(st.text(), st.text(), st.none() | st.text())
def test_whatever_the_broker_says_nothing_else_than_the_truth_is_believed(
    exchange: str, key: str, user: str | None
) -> None:
    delivery = Delivery(GENUINE.body, exchange, key, user)
    assert isinstance(TRUST.verified(delivery), Mistrusted) == (delivery != GENUINE)


@given(st.binary(max_size=200))
def test_rubbish_is_unreadable_and_its_cause_has_none_of_it(body: bytes) -> None:
    said = TRUST.verified(Delivery(body, "example.events", "note_written.v1", "example-relay"))
    assert isinstance(said, Mistrusted)
    assert said.kind == UNREADABLE
    assert set(said.cause.split(", ")) <= {*Envelope.model_fields, "no JSON object"}
