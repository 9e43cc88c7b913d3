"""The tables of the critique service."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant
from shared.store import PlacePath

revision = "critique_0001"
down_revision = None
branch_labels = ("critique",)
depends_on = None


def upgrade() -> None:
    _drafts()
    _supervised_topics()
    _form_decisions()
    _opinions()
    _promulgations()
    _opinion_items()


def downgrade() -> None:
    for table in (
        "opinion_items",
        "promulgations",
        "opinions",
        "form_decisions",
        "supervised_topics",
        "drafts",
    ):
        op.drop_table(table)


def _drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("unit_id", sa.String(length=24), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("level", sa.String(length=1), nullable=False),
        sa.Column("drafting_body", sa.String(length=80), nullable=False),
        sa.Column("co_drafting_bodies", sa.JSON(), nullable=False),
        sa.Column("conditions", sa.JSON(), nullable=False),
        sa.Column("duty_id", sa.String(length=20), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("dossier_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("return_reason", sa.Text(), nullable=True),
        sa.Column("critique_id", sa.String(length=64), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("answer_due_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("drafts_by_due_day", "drafts", ["answer_due_on"], unique=False)
    op.create_index("drafts_by_receipt", "drafts", ["received_on"], unique=False)
    op.create_index("drafts_of_drafter", "drafts", ["drafting_body", "id"], unique=False)
    op.create_index(op.f("ix_drafts_path"), "drafts", ["path"], unique=False)


def _supervised_topics() -> None:
    op.create_table(
        "supervised_topics",
        sa.Column("plan_id", sa.String(length=64), nullable=False),
        sa.Column("topic", sa.String(length=20), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("chair_body", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("plan_id", "topic"),
    )
    op.create_index(op.f("ix_supervised_topics_path"), "supervised_topics", ["path"], unique=False)
    op.create_index("topics_of_year", "supervised_topics", ["year", "unit_code"], unique=False)


def _form_decisions() -> None:
    op.create_table(
        "form_decisions",
        sa.Column("draft_id", sa.String(length=64), nullable=False),
        sa.Column("track", sa.String(length=32), nullable=False),
        sa.Column("form", sa.String(length=32), nullable=False),
        sa.Column("chair_body", sa.String(length=80), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("session_on", sa.Date(), nullable=True),
        sa.Column("deciding_body", sa.String(length=80), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("session_notice", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"]),
        sa.PrimaryKeyConstraint("draft_id"),
    )


def _opinions() -> None:
    op.create_table(
        "opinions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("draft_id", sa.String(length=64), nullable=False),
        sa.Column("drafting_body", sa.String(length=80), nullable=False),
        sa.Column("doc_number", sa.String(length=80), nullable=False),
        sa.Column("issuing_body", sa.String(length=80), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("answer_due_on", sa.Date(), nullable=False),
        sa.Column("first_due_on", sa.Date(), nullable=False),
        sa.Column("answer_due", sa.JSON(), nullable=False),
        sa.Column("response_doc_number", sa.String(length=80), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("overdue_since", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("draft_id"),
        sa.UniqueConstraint("issuing_body", "year", "doc_number", name="opinion_number_once_a_year"),
    )
    waiting = sa.text("answered_on IS NULL AND overdue_since IS NULL")
    op.create_index(
        "opinions_without_answer",
        "opinions",
        ["answer_due_on"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )


def _promulgations() -> None:
    op.create_table(
        "promulgations",
        sa.Column("draft_id", sa.String(length=64), nullable=False),
        sa.Column("doc_number", sa.String(length=80), nullable=False),
        sa.Column("promulgated_on", sa.Date(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("critique_reflected", sa.Boolean(), nullable=False),
        sa.Column("criteria", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"]),
        sa.PrimaryKeyConstraint("draft_id"),
    )


def _opinion_items() -> None:
    op.create_table(
        "opinion_items",
        sa.Column("critique_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("head", sa.String(length=32), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("evaluation", sa.Text(), nullable=False),
        sa.Column("position", sa.String(length=32), nullable=False),
        sa.Column("recommendation", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("explanation", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["critique_id"], ["opinions.id"]),
        sa.PrimaryKeyConstraint("critique_id", "number"),
    )
    # ### end Alembic commands ###
