"""The chassis's own tables, which every service's database has."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from shared.instant import Instant

metadata = MetaData()
Sequence = BigInteger().with_variant(Integer, "sqlite")

outbox = Table(
    "outbox",
    metadata,
    Column("seq", Sequence, primary_key=True, autoincrement=True),
    Column("event_id", String(64), nullable=False, unique=True),
    Column("type", String(160), nullable=False),
    Column("key", String(160), nullable=False),
    Column("envelope", LargeBinary, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("published_at", Instant),
)
Index(
    "outbox_waiting",
    outbox.c.seq,
    sqlite_where=text("published_at IS NULL"),
    postgresql_where=text("published_at IS NULL"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("seq", Sequence, primary_key=True, autoincrement=True),
    Column("source", String(80), nullable=False),
    Column("event_id", String(80), nullable=False),
    Column("type", String(160), nullable=False),
    Column("key", String(240), nullable=False),
    Column("state", String(12), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("next_attempt_at", Instant),
    Column("error", Text),
    Column("envelope", LargeBinary, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("applied_at", Instant),
    UniqueConstraint("source", "event_id", name="inbox_once"),
)
Index(
    "inbox_open",
    inbox.c.seq,
    sqlite_where=text("state IN ('received', 'retry')"),
    postgresql_where=text("state IN ('received', 'retry')"),
)
Index(
    "inbox_stopped",
    inbox.c.key,
    sqlite_where=text("state IN ('retry', 'parked')"),
    postgresql_where=text("state IN ('retry', 'parked')"),
)

leases = Table(
    "leases",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("holder", String(80), nullable=False),
    Column("until", Instant, nullable=False),
)

gaps = Table(
    "gaps",
    metadata,
    Column("id", Sequence, primary_key=True, autoincrement=True),
    Column("noted_at", Instant, nullable=False),
    Column("since", Instant),
    Column("closed_at", Instant),
    Column("events", Integer, nullable=False, default=0),
)

answers = Table(
    "answers",
    metadata,
    Column("body", String(80), primary_key=True),
    Column("key", String(200), primary_key=True),
    Column("command", String(80), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("answer", JSON, nullable=False),
    Column("answered_at", Instant, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", Sequence, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    Column("user", String(80), nullable=False),
    Column("body", String(80), nullable=False),
    Column("act", String(80), nullable=False),
    Column("outcome", String(40), nullable=False),
    Column("correlation", String(80), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)
