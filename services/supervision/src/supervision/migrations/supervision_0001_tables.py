"""The tables of the supervision service."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant
from shared.store import PlacePath

revision = "supervision_0001"
down_revision = None
branch_labels = ("supervision",)
depends_on = None


def upgrade() -> None:
    _plans()
    _supervised_documents()
    _plan_topics()
    _plan_views()
    _recommendations()


def downgrade() -> None:
    for table in ("recommendations", "plan_views", "plan_topics", "supervised_documents", "plans"):
        op.drop_table(table)


def _plans() -> None:
    op.create_table(
        "plans",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(length=1), nullable=False),
        sa.Column("unit_id", sa.String(length=24), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("chair_body", sa.String(length=80), nullable=False),
        sa.Column("consulted_bodies", sa.JSON(), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("doc_number", sa.String(length=80), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("unit_id", "year", name="one_plan_a_year"),
    )
    op.create_index(op.f("ix_plans_path"), "plans", ["path"], unique=False)
    op.create_index("plans_of_year", "plans", ["year", "unit_code"], unique=False)


def _supervised_documents() -> None:
    op.create_table(
        "supervised_documents",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("doc_number", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("issuing_body", sa.String(length=80), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("replaces_id", sa.String(length=64), nullable=True),
        sa.Column("search", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_supervised_documents_effective_on"), "supervised_documents", ["effective_on"], unique=False
    )
    op.create_index(
        op.f("ix_supervised_documents_issuing_body"), "supervised_documents", ["issuing_body"], unique=False
    )
    op.create_index(op.f("ix_supervised_documents_path"), "supervised_documents", ["path"], unique=False)


def _plan_topics() -> None:
    op.create_table(
        "plan_topics",
        sa.Column("plan_id", sa.String(length=64), nullable=False),
        sa.Column("topic", sa.String(length=20), nullable=False),
        sa.Column("form", sa.String(length=32), nullable=False),
        sa.Column("target_bodies", sa.JSON(), nullable=False),
        sa.Column("proposing_body", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"]),
        sa.PrimaryKeyConstraint("plan_id", "topic"),
    )


def _plan_views() -> None:
    op.create_table(
        "plan_views",
        sa.Column("plan_id", sa.String(length=64), nullable=False),
        sa.Column("consulted_body", sa.String(length=80), nullable=False),
        sa.Column("view", sa.String(length=32), nullable=False),
        sa.Column("overlapping", sa.JSON(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("stated_on", sa.Date(), nullable=False),
        sa.Column("resolution", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"]),
        sa.PrimaryKeyConstraint("plan_id", "consulted_body"),
    )


def _recommendations() -> None:
    op.create_table(
        "recommendations",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("plan_id", sa.String(length=64), nullable=False),
        sa.Column("topic", sa.String(length=20), nullable=False),
        sa.Column("level", sa.String(length=1), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("sending_body", sa.String(length=80), nullable=False),
        sa.Column("addressee_body", sa.String(length=80), nullable=False),
        sa.Column("doc_number", sa.String(length=80), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("legal_basis", sa.JSON(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("first_due_on", sa.Date(), nullable=False),
        sa.Column("answer_due", sa.JSON(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("acknowledged_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("answer_doc_number", sa.String(length=80), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("overdue_since", sa.Date(), nullable=True),
        sa.Column("escalated_on", sa.Date(), nullable=True),
        sa.Column("escalated_to_body", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_recommendations_addressee_body"), "recommendations", ["addressee_body"], unique=False
    )
    op.create_index(op.f("ix_recommendations_due_on"), "recommendations", ["due_on"], unique=False)
    op.create_index(op.f("ix_recommendations_path"), "recommendations", ["path"], unique=False)
    op.create_index(op.f("ix_recommendations_plan_id"), "recommendations", ["plan_id"], unique=False)
    op.create_index(op.f("ix_recommendations_sent_on"), "recommendations", ["sent_on"], unique=False)
    waiting = sa.text("answered_on IS NULL AND overdue_since IS NULL")
    op.create_index(
        "recommendations_without_answer",
        "recommendations",
        ["due_on"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )
