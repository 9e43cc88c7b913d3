"""The chassis's tables: outbox, inbox, leases, journal, stored answers, audit, history, tasks, timers."""

import sqlalchemy as sa
from alembic import op

from shared.insert_only import statements, statements_to_drop

revision = "shared_0001"
down_revision = None
branch_labels = ("shared",)
depends_on = None

sequence = sa.BigInteger().with_variant(sa.Integer, "sqlite")
instant = sa.DateTime(timezone=True)


def upgrade() -> None:
    _outbox()
    _inbox()
    _begun_events()
    _leases()
    _turns()
    _journal()
    _answers()
    _unread_calls()
    _audit()
    _history()
    _tasks()
    _timer_runs()
    _manifests()
    _jobs()


def downgrade() -> None:
    for guarded in ("audit_blocks", "audit"):
        for statement in statements_to_drop(guarded, op.get_bind().dialect.name):
            op.execute(statement)
    for table in ("jobs", "manifests", "timer_runs", "tasks", "history", "audit_blocks", "audit"):
        op.drop_table(table)
    for table in ("unread_calls", "answers", "journal_bindings", "journal_place"):
        op.drop_table(table)
    for table in ("turns", "leases", "counted", "begun_events", "inbox", "refused_keys", "outbox"):
        op.drop_table(table)


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("seq", sequence, primary_key=True, autoincrement=True),
        sa.Column("event_id", sa.String(64), nullable=False, unique=True),
        sa.Column("type", sa.String(160), nullable=False),
        sa.Column("key", sa.String(160), nullable=False),
        sa.Column("envelope", sa.LargeBinary),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("published_at", instant),
        sa.Column("journal_offset", sa.BigInteger),
        sa.Column("taken_back", sa.Boolean),
    )
    op.create_table(
        "refused_keys",
        sa.Column("key", sa.String(160), primary_key=True),
        sa.Column("type", sa.String(160), nullable=False),
        sa.Column("cause", sa.String(40), nullable=False),
        sa.Column("since", instant, nullable=False),
    )
    _partial_index("outbox_waiting", "outbox", "seq", "published_at IS NULL")
    _partial_index(
        "outbox_spent", "outbox", "published_at", "envelope IS NOT NULL AND journal_offset IS NOT NULL"
    )


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("seq", sequence, primary_key=True, autoincrement=True),
        sa.Column("source", sa.String(80), nullable=False),
        sa.Column("event_id", sa.String(80), nullable=False),
        sa.Column("type", sa.String(160), nullable=False),
        sa.Column("key", sa.String(240), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("next_attempt_at", instant),
        sa.Column("error", sa.Text),
        sa.Column("envelope", sa.LargeBinary),
        sa.Column("proof", sa.LargeBinary),
        sa.Column("received_at", instant, nullable=False),
        sa.Column("applied_at", instant),
        sa.UniqueConstraint("source", "event_id", name="inbox_once"),
    )
    _partial_index("inbox_open", "inbox", "seq key state", "state IN ('received', 'retry')")
    _partial_index("inbox_stopped", "inbox", "key", "state IN ('retry', 'parked')")
    _partial_index("inbox_discarded", "inbox", "seq", "state = 'discarded'")
    _partial_index("inbox_spent", "inbox", "applied_at", "envelope IS NOT NULL AND state = 'done'")
    op.create_table(
        "counted",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("last", sa.BigInteger, nullable=False),
        sa.Column("rows", sa.BigInteger, nullable=False),
    )


def _partial_index(name: str, table: str, columns: str, part: str) -> None:
    where = sa.text(part)
    op.create_index(name, table, columns.split(), sqlite_where=where, postgresql_where=where)


def _begun_events() -> None:
    op.create_table(
        "begun_events",
        sa.Column("seq", sequence, primary_key=True, autoincrement=False),
        sa.Column("alone", sa.Boolean, nullable=False),
        sa.Column("deaths", sa.Integer, nullable=False),
    )


def _leases() -> None:
    op.create_table(
        "leases",
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("holder", sa.String(80), nullable=False),
        sa.Column("until", instant, nullable=False),
    )


def _turns() -> None:
    op.create_table("turns", sa.Column("id", sa.Integer, primary_key=True))


def _journal() -> None:
    op.create_table(
        "journal_place",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("offset", sa.BigInteger, nullable=False),
        sa.Column("digest", sa.String(64)),
        sa.Column("since", instant),
        sa.Column("proved_at", instant),
        sa.Column("lacking", sa.String(20)),
        sa.Column("wanted", sa.BigInteger),
        sa.Column("found", sa.BigInteger),
        sa.Column("taken_back", sa.Integer, nullable=False),
    )
    op.create_table(
        "journal_bindings",
        sa.Column("exchange", sa.String(100), primary_key=True),
        sa.Column("key", sa.String(160), primary_key=True),
        sa.Column("offset", sa.BigInteger),
    )


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("body", sa.String(80), primary_key=True),
        sa.Column("key", sa.String(200), primary_key=True),
        sa.Column("user", sa.String(80), nullable=False),
        sa.Column("command", sa.String(80), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("answer", sa.JSON),
        sa.Column("answered_at", instant, nullable=False),
    )
    acts = "('retry_parked', 'discard_parked', 'replay_event')"
    _partial_index("answers_spent", "answers", "answered_at", f"answer IS NOT NULL AND command NOT IN {acts}")
    _partial_index("answers_of_operators", "answers", "answered_at", f"command IN {acts}")


def _unread_calls() -> None:
    op.create_table(
        "unread_calls",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("cause", sa.String(40), nullable=False),
        sa.Column("routing_key", sa.String(200), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("head", sa.LargeBinary, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("first_at", instant, nullable=False),
        sa.Column("last_at", instant, nullable=False),
    )


def _audit() -> None:
    texts = {"user": 255, "body": 80, "act": 160, "objects": 2000, "outcome": 40}
    more = {"reason": 600, "correlation": 80, "digest": 64}
    op.create_table(
        "audit",
        sa.Column("seq", sequence, primary_key=True, autoincrement=True),
        sa.Column("at", instant, nullable=False),
        *(sa.Column(name, sa.String(length), nullable=False) for name, length in {**texts, **more}.items()),
        sa.Column("day", sa.Date),
        sa.Column("synthetic", sa.Boolean, nullable=False),
    )
    op.create_table(
        "audit_blocks",
        sa.Column("number", sequence, primary_key=True, autoincrement=False),
        sa.Column("at", instant, nullable=False),
        sa.Column("entries", sa.BigInteger, nullable=False),
        sa.Column("last", sa.BigInteger, nullable=False),
        sa.Column("members", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_index("ix_audit_blocks_last", "audit_blocks", ["last"])
    for table in ("audit", "audit_blocks"):
        for statement in statements(table, op.get_bind().dialect.name):
            op.execute(statement)


def _history() -> None:
    op.create_table(
        "history",
        sa.Column("seq", sequence, primary_key=True, autoincrement=True),
        sa.Column("subject_id", sa.String(64), nullable=False),
        sa.Column("subject_kind", sa.String(40), nullable=False),
        sa.Column("step", sa.String(40), nullable=False),
        sa.Column("source", sa.String(40)),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("user", sa.String(80), nullable=False),
        sa.Column("body", sa.String(80), nullable=False),
        sa.Column("taken_on", sa.Date, nullable=False),
        sa.Column("recorded_at", instant, nullable=False),
        sa.Column("reason", sa.Text),
    )
    op.create_index("ix_history_subject_id", "history", ["subject_id"])


def _tasks() -> None:
    op.create_table(
        "tasks",
        sa.Column("seq", sequence, primary_key=True, autoincrement=True),
        sa.Column("subject_id", sa.String(64), nullable=False),
        sa.Column("subject_kind", sa.String(40), nullable=False),
        sa.Column("step", sa.String(40), nullable=False),
        sa.Column("body", sa.String(80), nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("due_on", sa.Date),
        sa.Column("rule", sa.String(80)),
        sa.Column("closed_on", sa.Date),
        sa.Column("closed_by_body", sa.String(80)),
    )
    _partial_index("tasks_open", "tasks", "subject_id", "closed_on IS NULL")
    op.create_index("tasks_of_body", "tasks", ["body", "seq"])


def _manifests() -> None:
    op.create_table(
        "manifests",
        sa.Column("service", sa.String(80), primary_key=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )


def _timer_runs() -> None:
    op.create_table(
        "timer_runs",
        sa.Column("timer", sa.String(80), primary_key=True),
        sa.Column("period", sa.String(20), primary_key=True),
        sa.Column("ran_at", instant, nullable=False),
    )


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("subject_id", sa.String(64), nullable=False),
        sa.Column("user", sa.String(255), nullable=False),
        sa.Column("agency", sa.String(80), nullable=False),
        sa.Column("unit", sa.String(16), nullable=False),
        sa.Column("roles", sa.JSON, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("correlation", sa.String(80), nullable=False),
        sa.Column("asked_at", instant, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("claimed_until", instant),
    )
