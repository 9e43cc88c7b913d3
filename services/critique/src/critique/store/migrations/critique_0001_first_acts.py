"""Drafts, decisions on their form, opinion documents and their items, and topics heard of."""

import sqlalchemy as sa
from alembic import op

revision = "critique_0001"
down_revision = None
branch_labels = ("critique",)
depends_on = None


def upgrade() -> None:
    _drafts()
    _form_decisions()
    _opinions()
    _supervised_topics()


def downgrade() -> None:
    for table in ("supervised_topics", "opinion_items", "opinions", "form_decisions", "drafts"):
        op.drop_table(table)


def _drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("unit_id", sa.String(24), nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("unit_path", sa.String(80), nullable=False),
        sa.Column("level", sa.String(1), nullable=False),
        sa.Column("drafting_org", sa.String(80), nullable=False),
        sa.Column("co_drafters", sa.JSON, nullable=False),
        sa.Column("conditions", sa.JSON, nullable=False),
        sa.Column("duty_id", sa.String(20)),
        sa.Column("received_on", sa.Date, nullable=False),
        sa.Column("dossier_on", sa.Date, nullable=False),
        sa.Column("last_step_on", sa.Date, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("return_reason", sa.Text),
    )
    op.create_index("drafts_of_drafter", "drafts", ["drafting_org", "id"])
    op.create_index("drafts_by_receipt", "drafts", ["received_on"])


def _form_decisions() -> None:
    op.create_table(
        "form_decisions",
        sa.Column("draft_id", sa.String(64), sa.ForeignKey("drafts.id"), primary_key=True),
        sa.Column("track", sa.String(32), nullable=False),
        sa.Column("form", sa.String(32), nullable=False),
        sa.Column("chair_org", sa.String(80), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("session_on", sa.Date),
        sa.Column("decided_by", sa.String(80), nullable=False),
        sa.Column("decided_on", sa.Date, nullable=False),
        sa.Column("notice", sa.JSON(none_as_null=True)),
    )


def _opinions() -> None:
    op.create_table(
        "opinions",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("draft_id", sa.String(64), sa.ForeignKey("drafts.id"), nullable=False, unique=True),
        sa.Column("doc_number", sa.String(80), nullable=False),
        sa.Column("issuer_org", sa.String(80), nullable=False),
        sa.Column("issued_on", sa.Date, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("answer_due_on", sa.Date, nullable=False),
        sa.Column("deadline", sa.JSON, nullable=False),
        sa.Column("response_doc_number", sa.String(80)),
        sa.Column("answered_on", sa.Date),
        sa.UniqueConstraint("issuer_org", "year", "doc_number", name="opinion_number_once_a_year"),
    )
    op.create_index("opinions_by_due_day", "opinions", ["answer_due_on"])
    op.create_table(
        "opinion_items",
        sa.Column("critique_id", sa.String(64), sa.ForeignKey("opinions.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("head", sa.String(32), nullable=False),
        sa.Column("remark", sa.Text, nullable=False),
        sa.Column("evaluation", sa.Text, nullable=False),
        sa.Column("position", sa.String(32), nullable=False),
        sa.Column("recommendation", sa.Text, nullable=False),
        sa.Column("outcome", sa.String(32)),
        sa.Column("explanation", sa.Text),
    )


def _supervised_topics() -> None:
    op.create_table(
        "supervised_topics",
        sa.Column("plan_id", sa.String(64), primary_key=True),
        sa.Column("topic", sa.String(20), primary_key=True),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("unit_path", sa.String(80), nullable=False),
        sa.Column("chair_org", sa.String(80), nullable=False),
    )
    op.create_index("topics_of_year", "supervised_topics", ["year", "unit_code"])
