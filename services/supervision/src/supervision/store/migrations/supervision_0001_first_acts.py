"""The tables of the first acts: plans, views, recommendations, documents."""

import sqlalchemy as sa
from alembic import op

revision = "supervision_0001"
down_revision = None
branch_labels = ("supervision",)
depends_on = None


def upgrade() -> None:
    _create_plans()
    _create_supervised_documents()
    _create_plan_topics()
    _create_plan_views()
    _create_recommendations()


def downgrade() -> None:
    op.drop_table("recommendations")
    op.drop_table("plan_views")
    op.drop_table("plan_topics")
    op.drop_table("supervised_documents")
    op.drop_table("plans")


def _create_plans() -> None:
    op.create_table(
        "plans",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(1), nullable=False),
        sa.Column("unit_id", sa.String(24), nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("unit_path", sa.String(80), nullable=False),
        sa.Column("chair_org", sa.String(80), nullable=False),
        sa.Column("consulted", sa.JSON(), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("last_step_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("doc_number", sa.String(80), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.UniqueConstraint("unit_id", "year", name="one_plan_a_year"),
    )
    op.create_index("plans_of_year", "plans", ["year", "unit_code"])


def _create_supervised_documents() -> None:
    op.create_table(
        "supervised_documents",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("doc_number", sa.String(80), nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("issuer_org", sa.String(80), nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("unit_path", sa.String(80), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("replaces_id", sa.String(64), nullable=True),
    )
    op.create_index("ix_supervised_documents_effective_on", "supervised_documents", ["effective_on"])
    op.create_index("ix_supervised_documents_issuer_org", "supervised_documents", ["issuer_org"])


def _create_plan_topics() -> None:
    op.create_table(
        "plan_topics",
        sa.Column("plan_id", sa.String(64), primary_key=True),
        sa.Column("topic", sa.String(20), primary_key=True),
        sa.Column("form", sa.String(32), nullable=False),
        sa.Column("target_orgs", sa.JSON(), nullable=False),
        sa.Column("merges", sa.String(80), nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"]),
    )


def _create_plan_views() -> None:
    op.create_table(
        "plan_views",
        sa.Column("plan_id", sa.String(64), primary_key=True),
        sa.Column("body", sa.String(80), primary_key=True),
        sa.Column("view", sa.String(32), nullable=False),
        sa.Column("overlapping", sa.JSON(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("stated_on", sa.Date(), nullable=False),
        sa.Column("resolution", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"]),
    )


def _create_recommendations() -> None:
    op.create_table(
        "recommendations",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("plan_id", sa.String(64), nullable=False),
        sa.Column("topic", sa.String(20), nullable=False),
        sa.Column("level", sa.String(1), nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("unit_path", sa.String(80), nullable=False),
        sa.Column("sender_org", sa.String(80), nullable=False),
        sa.Column("addressee_org", sa.String(80), nullable=False),
        sa.Column("doc_number", sa.String(80), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("legal_basis", sa.JSON(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("deadline", sa.JSON(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("acknowledged_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(32), nullable=True),
        sa.Column("answer_doc_number", sa.String(80), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"]),
    )
    op.create_index("ix_recommendations_addressee_org", "recommendations", ["addressee_org"])
    op.create_index("ix_recommendations_due_on", "recommendations", ["due_on"])
    op.create_index("ix_recommendations_plan_id", "recommendations", ["plan_id"])
    op.create_index("ix_recommendations_sent_on", "recommendations", ["sent_on"])
