"""The chassis's own tables, which every service's database has.

Their partial indexes are in `shared.partial_indexes`: only who migrates or searches by them needs these.
What `shared.retention` forgets after its time may be absent: bytes and answers, never a row by which
something is known again.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from shared.insert_only import guard
from shared.instant import Instant

metadata = MetaData()
Sequence = BigInteger().with_variant(Integer, "sqlite")

# `journal_offset` is where the host read it in the journal: what was seen there may be forgotten here.
outbox = Table(
    "outbox",
    metadata,
    Column("seq", Sequence, primary_key=True, autoincrement=True),
    Column("event_id", String(64), nullable=False, unique=True),
    Column("type", String(160), nullable=False),
    Column("key", String(160), nullable=False),
    Column("envelope", LargeBinary),
    Column("created_at", Instant, nullable=False),
    Column("published_at", Instant),
    Column("journal_offset", BigInteger),
    Column("taken_back", Boolean),
)

# What the broker refuses: the first event of each such key, and since when; `/status` shows it.
refused_keys = Table(
    "refused_keys",
    metadata,
    Column("key", String(160), primary_key=True),
    Column("type", String(160), nullable=False),
    Column("cause", String(40), nullable=False),
    Column("since", Instant, nullable=False),
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
    Column("envelope", LargeBinary),
    Column("proof", LargeBinary),
    Column("received_at", Instant, nullable=False),
    Column("applied_at", Instant),
    UniqueConstraint("source", "event_id", name="inbox_once"),
)

# How many rows an inbox has up to a number: `/status` counts only what came since.
counted = Table(
    "counted",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("last", BigInteger, nullable=False),
    Column("rows", BigInteger, nullable=False),
)

# Events that were begun after a start and whose end is not seen yet (`shared.bus.begun`); `deaths` is how
# often the process ended while the event was tried alone.
begun_events = Table(
    "begun_events",
    metadata,
    Column("seq", Sequence, primary_key=True, autoincrement=False),
    Column("alone", Boolean, nullable=False),
    Column("deaths", Integer, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("holder", String(80), nullable=False),
    Column("until", Instant, nullable=False),
)

# Empty: PostgreSQL's writers lock it in the mode of their turn (`shared.repeating`).
turns = Table("turns", metadata, Column("id", Integer, primary_key=True))

# One row: the journal's `offset` up to which the inbox is complete, with a digest of what stands there; an
# instant from which an operator wants it read anew; what it no longer holds; and how many of the service's
# own events were taken back from it that the database did not know.
journal_place = Table(
    "journal_place",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("offset", BigInteger, nullable=False),
    Column("digest", String(64)),
    Column("since", Instant),
    Column("proved_at", Instant),
    Column("lacking", String(20)),
    Column("wanted", BigInteger),
    Column("found", BigInteger),
    Column("taken_back", Integer, nullable=False),
)

# What the inbox was bound to; `offset` is how far the journal was read for a binding that is being filled.
journal_bindings = Table(
    "journal_bindings",
    metadata,
    Column("exchange", String(100), primary_key=True),
    Column("key", String(160), primary_key=True),
    Column("offset", BigInteger),
)

answers = Table(
    "answers",
    metadata,
    Column("body", String(80), primary_key=True),
    Column("key", String(200), primary_key=True),
    Column("user", String(80), nullable=False),
    Column("command", String(80), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("answer", JSON(none_as_null=True)),
    Column("answered_at", Instant, nullable=False),
)

unread_calls = Table(
    "unread_calls",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("cause", String(40), nullable=False),
    Column("routing_key", String(200), nullable=False),
    Column("size", Integer, nullable=False),
    Column("head", LargeBinary, nullable=False),
    Column("times", Integer, nullable=False),
    Column("first_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", Sequence, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    Column("user", String(255), nullable=False),
    Column("body", String(80), nullable=False),
    Column("act", String(160), nullable=False),
    Column("objects", String(2000), nullable=False),
    Column("day", Date),
    Column("outcome", String(40), nullable=False),
    Column("reason", String(600), nullable=False),
    Column("correlation", String(80), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("synthetic", Boolean, nullable=False),
)

# What the relay chained together: `members` holds number and digest of each entry, `hash` covers them and
# the block before; `entries` counts all entries so far, `last` is the highest number among them.
audit_blocks = Table(
    "audit_blocks",
    metadata,
    Column("number", Sequence, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("entries", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False, index=True),
    Column("members", LargeBinary, nullable=False),
    Column("hash", String(64), nullable=False),
)
for each in (audit, audit_blocks):
    guard(each)

history = Table(
    "history",
    metadata,
    Column("seq", Sequence, primary_key=True, autoincrement=True),
    Column("subject_id", String(64), nullable=False, index=True),
    Column("subject_kind", String(40), nullable=False),
    Column("step", String(40), nullable=False),
    Column("source", String(40)),
    Column("state", String(40), nullable=False),
    Column("user", String(80), nullable=False),
    Column("body", String(80), nullable=False),
    Column("taken_on", Date, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("reason", Text),
)

tasks = Table(
    "tasks",
    metadata,
    Column("seq", Sequence, primary_key=True, autoincrement=True),
    Column("subject_id", String(64), nullable=False),
    Column("subject_kind", String(40), nullable=False),
    Column("step", String(40), nullable=False),
    Column("body", String(80), nullable=False),
    Column("since", Date, nullable=False),
    Column("due_on", Date),
    Column("rule", String(80)),
    Column("closed_on", Date),
    Column("closed_by_body", String(80)),
)
Index("tasks_of_body", tasks.c.body, tasks.c.seq)

jobs = Table(
    "jobs",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(80), nullable=False),
    Column("subject_id", String(64), nullable=False),
    Column("user", String(255), nullable=False),
    Column("agency", String(80), nullable=False),
    Column("unit", String(16), nullable=False),
    Column("roles", JSON, nullable=False),
    Column("day", Date, nullable=False),
    Column("correlation", String(80), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("claimed_until", Instant),
)

# What the service offers, as its newest preparation made it: every host publishes it.
manifests = Table(
    "manifests",
    metadata,
    Column("service", String(80), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
)

timer_runs = Table(
    "timer_runs",
    metadata,
    Column("timer", String(80), primary_key=True),
    Column("period", String(20), primary_key=True),
    Column("ran_at", Instant, nullable=False),
)
