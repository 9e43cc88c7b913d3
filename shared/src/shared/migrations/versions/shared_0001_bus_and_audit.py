"""The chassis's tables: outbox, inbox, leases, stored answers, audit."""

import sqlalchemy as sa
from alembic import op

revision = "shared_0001"
down_revision = None
branch_labels = ("shared",)
depends_on = None

sequence = sa.BigInteger().with_variant(sa.Integer, "sqlite")
instant = sa.DateTime(timezone=True)


def upgrade() -> None:
    _outbox()
    _inbox()
    _leases()
    _answers()
    _audit()


def downgrade() -> None:
    for table in ("audit", "answers", "leases", "inbox", "outbox"):
        op.drop_table(table)


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("seq", sequence, primary_key=True, autoincrement=True),
        sa.Column("event_id", sa.String(64), nullable=False, unique=True),
        sa.Column("type", sa.String(160), nullable=False),
        sa.Column("key", sa.String(160), nullable=False),
        sa.Column("envelope", sa.LargeBinary, nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("published_at", instant),
    )
    waiting = sa.text("published_at IS NULL")
    op.create_index("outbox_waiting", "outbox", ["seq"], sqlite_where=waiting, postgresql_where=waiting)


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
        sa.Column("envelope", sa.LargeBinary, nullable=False),
        sa.Column("received_at", instant, nullable=False),
        sa.Column("applied_at", instant),
        sa.UniqueConstraint("source", "event_id", name="inbox_once"),
    )
    for name, column, states in (
        ("open", "seq", "'received', 'retry'"),
        ("stopped", "key", "'retry', 'parked'"),
    ):
        where = sa.text(f"state IN ({states})")
        op.create_index(f"inbox_{name}", "inbox", [column], sqlite_where=where, postgresql_where=where)


def _leases() -> None:
    op.create_table(
        "leases",
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("holder", sa.String(80), nullable=False),
        sa.Column("until", instant, nullable=False),
    )


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("body", sa.String(80), primary_key=True),
        sa.Column("key", sa.String(200), primary_key=True),
        sa.Column("command", sa.String(80), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("answer", sa.JSON, nullable=False),
        sa.Column("answered_at", instant, nullable=False),
    )


def _audit() -> None:
    texts = {"user": 80, "body": 80, "act": 80, "outcome": 40, "correlation": 80}
    op.create_table(
        "audit",
        sa.Column("seq", sequence, primary_key=True, autoincrement=True),
        sa.Column("at", instant, nullable=False),
        *(sa.Column(name, sa.String(length), nullable=False) for name, length in texts.items()),
        *(sa.Column(name, sa.String(64), nullable=False) for name in ("digest", "previous", "hash")),
    )
