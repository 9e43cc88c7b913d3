"""What the inbox keeps: each event once for ever, and raw what no database would take."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from contracts.envelope import Envelope
from shared.bus import inbox, outbox
from shared.bus.inbox import State
from shared.bus.memory import TRUST, told
from shared.bus.processor import Processor
from shared.example import Notes, NoteWritten, service
from shared.tables import inbox as table
from shared.testing import Stage, work_in

NOW = datetime(2017, 6, 16, 3, tzinfo=UTC)


def envelope(**changes: object) -> Envelope:
    note = NoteWritten(board="b", number=1)
    values = {
        "id": "evt_1",
        "source": "/example",
        "type": note.wire_type(),
        "subject": "b",
        "time": NOW,
        "dataschema": note.schema_address(),
        "data": note.model_dump(),
        "partitionkey": "b",
        "correlationid": "cor_1",
        "agency": "btt-mttq-tinh",
        "occurredon": NOW.date(),
    }
    return Envelope.model_validate({**values, **changes})


def receive(stage: Stage, *bodies: bytes, at: datetime = NOW) -> list[str]:
    """Store and apply; return the states of all that is there."""
    with stage.database.transaction() as session:
        inbox.store(session, map(told, bodies), TRUST, at)
    Processor(service, stage.database, lambda: at).step()
    with stage.database.reading() as session:
        return list(session.scalars(select(table.c.state).order_by(table.c.seq)))


@pytest.mark.parametrize("years", [1, 10, 50])
def test_an_event_that_comes_again_after_years_has_no_second_effect(years: int) -> None:
    stage = Stage(service)
    receive(stage, envelope().encode())
    assert receive(stage, envelope().encode(), at=NOW + timedelta(days=366 * years)) == [State.DONE]
    with stage.database.reading() as session:
        assert Notes(work_in(service, session)).heard("b") == [1]


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "x" * 81},
        {"source": "/" + "x" * 80},
        {"type": f"example.{'x' * 160}.v1"},
        {"partitionkey": "x" * 240},
        {"partitionkey": "a\0b"},
        {"id": "\0"},
    ],
)
def test_what_a_database_might_refuse_is_kept_raw_on_every_database(changes: dict[str, str]) -> None:
    stage, poison = Stage(service), json.dumps({**json.loads(envelope().encode()), **changes}).encode()
    assert receive(stage, poison, envelope().encode()) == [State.PARKED, State.DONE]
    with stage.database.reading() as session:
        row = session.execute(select(table).order_by(table.c.seq)).mappings().first()
    assert row is not None
    assert row["envelope"] == poison
    assert row["error"] == f"unreadable: {next(iter(changes))}"


def test_the_longest_names_that_fit_are_applied() -> None:
    assert receive(Stage(service), envelope(id="x" * 80, partitionkey="x" * 159).encode()) == [State.DONE]


def test_an_event_that_no_broker_would_carry_is_refused_before_it_is_a_fact() -> None:
    stage = Stage(service)
    large = envelope(data={"board": "b", "number": 1, "text": "x" * outbox.LARGEST_BYTES})
    with pytest.raises(ValueError, match="is larger than 8000000"), stage.database.transaction() as session:
        outbox.write(session, large)
