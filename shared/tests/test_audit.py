from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, update

from shared import audit, tables
from shared.clock import VIETNAM
from shared.database import Database

ENTRY = {
    "user": "usr_synthetic",
    "body": "btt-mttq-tinh",
    "act": "write_note",
    "outcome": "done",
    "correlation": "cor_1",
    "digest": "0" * 64,
}


@pytest.fixture
def chained() -> Database:
    database = Database("sqlite://")
    tables.metadata.create_all(database.engine)
    with database.transaction() as session:
        for number in range(4):
            audit.append(session, datetime.now(UTC), {**ENTRY, "correlation": f"cor_{number}"})
    return database


def verified(database: Database) -> int:
    with database.reading() as session:
        return audit.verify(session)


def test_an_untouched_chain_verifies(chained: Database) -> None:
    assert verified(chained) == 4


def test_an_instant_is_the_same_whatever_the_zone_in_which_it_was_given() -> None:
    database = Database("sqlite://")
    tables.metadata.create_all(database.engine)
    with database.transaction() as session:
        audit.append(session, datetime(2017, 6, 16, 10, tzinfo=VIETNAM), ENTRY)
    assert verified(database) == 1


def test_an_altered_entry_is_named(chained: Database) -> None:
    with chained.transaction() as session:
        session.execute(update(tables.audit).where(tables.audit.c.seq == 2).values(outcome="refused"))
    with pytest.raises(audit.ChainBroken) as broken:
        verified(chained)
    assert broken.value.seq == 2


def test_a_removed_entry_shows_at_the_next(chained: Database) -> None:
    with chained.transaction() as session:
        session.execute(delete(tables.audit).where(tables.audit.c.seq == 2))
    with pytest.raises(audit.ChainBroken) as broken:
        verified(chained)
    assert broken.value.seq == 3
