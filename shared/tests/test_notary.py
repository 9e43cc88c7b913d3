"""The relay's second task, without a broker: what it chains, and what it tells of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from contracts.audit import audit_head_of
from contracts.envelope import Envelope
from shared import audit, tables
from shared.audit_heads import ToldHead
from shared.bus.lease import Lease
from shared.bus.notary import CHAIN_SECONDS, TELL_SECONDS, Notary
from shared.database import Database
from shared.key_registry import PublicKey, Registry
from shared.signing import BadSignature, SigningKey

NOW = datetime(2026, 11, 25, 3, tzinfo=UTC)
ENTRY = audit.Entry(NOW, "usr_synthetic", "btt-mttq-tinh", "write_note", "done", "cor_1")


class Played:
    """A notary whose time is told by the test."""

    def __init__(self, folder: Path, *, keyed: bool = True) -> None:
        self.seconds = 1000.0
        self.database = Database("sqlite://")
        tables.metadata.create_all(self.database.engine)
        self.key = SigningKey.make(folder, "example") if keyed else None
        self.notary = Notary(
            self.database,
            Lease(self.database, "example-relay", self.clock, lambda: self.seconds),
            self.key,
            self.clock,
            lambda: self.seconds,
        )

    def clock(self) -> datetime:
        return NOW + timedelta(seconds=self.seconds)

    def look(self, after: float = CHAIN_SECONDS, entries: int = 0) -> None:
        if entries:
            with self.database.transaction() as session:
                audit.append_all(session, [ENTRY] * entries)
        self.seconds += after
        self.notary.look()

    @property
    def chained(self) -> int:
        with self.database.reading() as session:
            return session.scalar(select(func.max(tables.audit_blocks.c.entries))) or 0

    @property
    def told(self) -> list[Envelope]:
        with self.database.reading() as session:
            return [Envelope.decode(body) for body in session.scalars(select(tables.outbox.c.envelope))]


@pytest.fixture
def played(tmp_path: Path) -> Played:
    return Played(tmp_path)


def test_entries_are_chained_once_a_second(played: Played) -> None:
    played.look(entries=3)
    assert played.chained == 3
    played.look(after=CHAIN_SECONDS / 2, entries=1)
    assert played.chained == 3
    played.look()
    assert played.chained == 4


def test_however_many_wait_all_are_chained(played: Played) -> None:
    played.look(entries=2500)
    assert played.chained == 2500


def test_the_head_is_told_every_few_minutes_if_it_is_another(played: Played) -> None:
    played.look(entries=1)
    assert played.told == []
    for _ in range(2):
        played.look(after=TELL_SECONDS)
    assert [each.data["entries"] for each in played.told] == [1]
    played.look(after=TELL_SECONDS, entries=1)
    assert [each.data["entries"] for each in played.told] == [1, 2]


def test_at_the_end_the_head_is_told_at_once(played: Played) -> None:
    played.look(after=0, entries=2)
    played.notary.close()
    assert [each.data["entries"] for each in played.told] == [2]


def test_what_is_told_is_the_event_of_the_contracts_and_signed(played: Played) -> None:
    played.look(after=TELL_SECONDS, entries=2)
    [told] = played.told
    model = audit_head_of("example")
    assert (told.type, told.dataschema) == (model.wire_type(), model.schema_address())
    assert model.model_validate(told.data).subject == told.subject == told.partitionkey
    assert played.key is not None
    keys = Registry([PublicKey.of(played.key, NOW)])
    head = ToldHead.read(told.data)
    head.check(keys)
    other = ToldHead.read({**told.data, "entries": 3})
    with pytest.raises(BadSignature):
        other.check(keys)


def test_without_a_key_it_chains_and_tells_nothing(tmp_path: Path) -> None:
    played = Played(tmp_path, keyed=False)
    played.look(after=TELL_SECONDS, entries=2)
    assert (played.chained, played.told) == (2, [])


def test_without_the_lease_it_does_nothing(played: Played) -> None:
    other = Lease(played.database, "example-relay", played.clock, lambda: played.seconds)
    assert other.hold()
    played.look(after=CHAIN_SECONDS, entries=2)
    assert played.chained == 0
