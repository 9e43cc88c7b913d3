"""Promulgations of drafts, with the criteria that they lay down."""

import sqlalchemy as sa
from alembic import op

revision = "critique_0002"
down_revision = "critique_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "promulgations",
        sa.Column("draft_id", sa.String(64), sa.ForeignKey("drafts.id"), primary_key=True),
        sa.Column("doc_number", sa.String(80), nullable=False),
        sa.Column("promulgated_on", sa.Date, nullable=False),
        sa.Column("effective_on", sa.Date, nullable=False),
        sa.Column("critique_reflected", sa.Boolean, nullable=False),
        sa.Column("criteria", sa.JSON),
    )


def downgrade() -> None:
    op.drop_table("promulgations")
