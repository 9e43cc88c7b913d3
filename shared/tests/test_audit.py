from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, delete, insert, text, update
from sqlalchemy.exc import DBAPIError

from shared import audit, audit_chain, insert_only, tables
from shared.audit_chain import Chain, head_of
from shared.audit_heads import ToldHead
from shared.audit_log import StoredLog
from shared.audit_proof import Proof, prove
from shared.clock import VIETNAM
from shared.database import Database
from shared.key_registry import PublicKey, Registry
from shared.signing import SigningKey

NOW = datetime(2026, 11, 25, 3, tzinfo=UTC)
ENTRY = audit.Entry(NOW, "usr_synthetic", "btt-mttq-tinh", "write_note", "done", "cor_1")
GUARDED = (tables.audit, tables.audit_blocks)


class Kept:
    """A service's audit, and the heads that it told."""

    def __init__(self, folder: Path) -> None:
        self.database = Database("sqlite://")
        tables.metadata.create_all(self.database.engine)
        self.key = SigningKey.make(folder, "example")
        self.keys = Registry([PublicKey.of(self.key, NOW)])
        self.told: list[ToldHead] = []
        self._count = 0

    def note(self, count: int) -> None:
        """Add entries, and chain them as one block."""
        entries = [
            audit.Entry(NOW, "usr_synthetic", "ub", "act", "done", f"cor_{self._count + number}")
            for number in range(count)
        ]
        self._count += count
        with self.database.transaction() as session:
            audit.append(session, *entries)
        self.chain()

    def chain(self) -> None:
        with self.database.bare_transaction() as connection:
            Chain().extend(connection, NOW)

    def tell(self) -> None:
        """Sign and tell the head."""
        with self.database.bare_reading() as connection:
            self.told.append(ToldHead.sign(self.key, head_of(connection), NOW))

    def tamper(self, *statements: object) -> None:
        """Change the tables as their owner can: the triggers are dropped first."""
        with self.database.bare_transaction() as connection:
            for table in GUARDED:
                for statement in insert_only.statements_to_drop(table.name, "sqlite"):
                    connection.execute(text(statement))
            for each in statements:
                connection.execute(each)  # type: ignore[call-overload]

    def prove(self) -> Proof:
        with self.database.bare_reading() as connection:
            return prove(StoredLog(connection), self.told, self.keys)

    def wrong(self) -> list[str]:
        return [each.wrong for each in self.prove().findings]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """Give twelve entries in four blocks; the head was told after the second and after the last."""
    made = Kept(tmp_path)
    for number in range(4):
        made.note(3)
        if number % 2:
            made.tell()
    return made


def test_an_untouched_log_is_proved(kept: Kept) -> None:
    proof = kept.prove()
    assert (proof.findings, proof.blocks, proof.entries, proof.heads) == ([], 4, 12, 2)


@pytest.mark.parametrize("table", GUARDED, ids=lambda table: table.name)
@pytest.mark.parametrize("change", [update, delete])
def test_no_row_can_be_changed_or_deleted(kept: Kept, table: object, change: object) -> None:
    statement = change(table)  # type: ignore[operator]
    statement = statement.values(at=NOW) if change is update else statement
    with pytest.raises(DBAPIError, match="only ever inserted"), kept.database.transaction() as session:
        session.execute(statement)


def test_a_rewritten_entry_is_named(kept: Kept) -> None:
    kept.tamper(update(tables.audit).where(tables.audit.c.seq == 5).values(outcome="refused"))
    assert [str(each) for each in kept.prove().findings] == ["rewritten: entry 5 is not what was chained"]


@pytest.mark.parametrize("column", [each.name for each in tables.audit.columns if each.name != "seq"])
def test_every_column_is_covered(kept: Kept, column: str) -> None:
    other = {"at": NOW + timedelta(seconds=1), "day": NOW.date(), "synthetic": True}
    kept.tamper(update(tables.audit).where(tables.audit.c.seq == 5).values({column: other.get(column, "x")}))
    assert kept.wrong() == ["rewritten"]


def test_entries_that_changed_places_are_named(kept: Kept) -> None:
    moves = ((1, 99), (3, 1), (99, 3))
    kept.tamper(*(update(tables.audit).where(tables.audit.c.seq == a).values(seq=b) for a, b in moves))
    assert [str(each) for each in kept.prove().findings] == [
        "reordered: entry 1 is not what was chained",
        "reordered: entry 3 is not what was chained",
    ]


def test_a_removed_entry_is_named(kept: Kept) -> None:
    kept.tamper(delete(tables.audit).where(tables.audit.c.seq.in_([4, 5, 8])))
    assert [str(each) for each in kept.prove().findings] == [
        "removed: entries 4–5 of the log",
        "removed: entry 8 of the log",
    ]


def test_a_cut_end_is_named_though_its_blocks_are_cut_with_it(kept: Kept) -> None:
    kept.tamper(
        delete(tables.audit).where(tables.audit.c.seq > 9),
        delete(tables.audit_blocks).where(tables.audit_blocks.c.number > 3),
    )
    [finding] = kept.prove().findings
    assert str(finding) == f"cut: 12 entries were told at {NOW.isoformat()}, 9 are left"


def test_a_cut_end_is_named_by_its_blocks_alone(kept: Kept) -> None:
    kept.told.clear()
    kept.tamper(delete(tables.audit).where(tables.audit.c.seq > 9))
    assert [str(each) for each in kept.prove().findings] == ["cut: entries 10–12 of the log"]


@pytest.mark.parametrize("emptied", [GUARDED, GUARDED[:1]], ids=["with its blocks", "alone"])
def test_an_emptied_log_is_named(kept: Kept, emptied: Sequence[Table]) -> None:
    kept.tamper(*(delete(table) for table in emptied))
    assert [str(each) for each in kept.prove().findings] == ["emptied: not one entry is left of 12"]


def test_a_log_that_was_rewritten_and_chained_anew_is_betrayed_by_the_heads(kept: Kept) -> None:
    kept.tamper(
        update(tables.audit).where(tables.audit.c.seq == 2).values(user="usr_other"),
        delete(tables.audit_blocks),
    )
    kept.chain()
    assert [str(each) for each in kept.prove().findings] == [
        f"chained anew: the first 6 entries are not those told at {NOW.isoformat()}"
    ]
    kept.told.clear()
    assert kept.wrong() == []


def test_an_altered_block_is_named(kept: Kept) -> None:
    kept.tamper(update(tables.audit_blocks).where(tables.audit_blocks.c.number == 2).values(entries=7))
    assert kept.wrong()[:2] == ["chain altered", "chain altered"]


def test_a_head_that_the_service_did_not_sign_is_named_and_proves_nothing(kept: Kept, tmp_path: Path) -> None:
    stranger = SigningKey.make(tmp_path / "stranger", "example")
    kept.told.append(ToldHead.sign(stranger, audit_chain.Head(99, 999, "0" * 64), NOW))
    assert kept.wrong() == ["head"]


def test_an_entry_that_slipped_in_long_after_is_named(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    with kept.database.bare_transaction() as connection:
        connection.execute(insert(tables.audit).values(seq=20, **ENTRY.row()))
    kept.chain()
    monkeypatch.setattr("shared.audit_proof.WINDOW", 5)
    with kept.database.bare_transaction() as connection:
        connection.execute(insert(tables.audit).values(seq=14, **ENTRY.row()))
    assert [str(each) for each in kept.prove().findings] == ["slipped in: entry 14 is in no block"]


def test_an_entry_that_was_committed_late_is_chained(kept: Kept) -> None:
    with kept.database.bare_transaction() as connection:
        connection.execute(insert(tables.audit).values(seq=20, **ENTRY.row()))
    kept.chain()
    with kept.database.bare_transaction() as connection:
        connection.execute(insert(tables.audit).values(seq=15, **ENTRY.row()))
    assert kept.prove().waiting == 1
    kept.chain()
    proof = kept.prove()
    assert (proof.findings, proof.waiting, proof.blocks) == ([], 0, 6)


def test_an_instant_is_the_same_whatever_the_zone_in_which_it_was_given() -> None:
    row = {**ENTRY.row(), "at": datetime(2017, 6, 16, 10, tzinfo=VIETNAM)}
    same = {**row, "at": datetime(2017, 6, 16, 3, tzinfo=UTC)}
    assert audit_chain.digest_of(row) == audit_chain.digest_of(same)


def test_texts_keep_within_their_columns_and_have_no_nul() -> None:
    row = audit.Entry(NOW, "u" * 300, "b", "a\0ct", "o", "c" * 100, reason="r" * 700).row()
    assert (row["act"], len(str(row["user"])), len(str(row["correlation"]))) == ("act", 255, 80)
    assert len(str(row["reason"])) == 600


def test_the_chain_goes_on_after_what_another_relay_chained(kept: Kept) -> None:
    first, second = Chain(), Chain()
    for chain in (first, second, first):
        with kept.database.transaction() as session:
            audit.append(session, ENTRY)
        with kept.database.bare_transaction() as connection:
            assert chain.extend(connection, NOW) == 1
            assert chain.extend(connection, NOW) == 0
    assert kept.wrong() == []


def test_what_was_rolled_back_is_chained_again(kept: Kept) -> None:
    chain = Chain()
    with kept.database.transaction() as session:
        audit.append(session, ENTRY)
    with suppress(ZeroDivisionError), kept.database.bare_transaction() as connection:
        assert chain.extend(connection, NOW) / 0
    with kept.database.bare_transaction() as connection:
        assert chain.extend(connection, NOW) == 1
    assert kept.wrong() == []


@settings(max_examples=25)
@given(sizes=st.lists(st.integers(1, 6), min_size=1, max_size=6), data=st.data())
def test_whatever_entry_is_changed_it_alone_is_named(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], data: st.DataObject
) -> None:
    kept = Kept(tmp_path_factory.mktemp("keys"))
    for size in sizes:
        kept.note(size)
    seq = data.draw(st.integers(1, sum(sizes)))
    kept.tamper(update(tables.audit).where(tables.audit.c.seq == seq).values(body="other"))
    assert [each.said for each in kept.prove().findings] == [f"entry {seq} is not what was chained"]
