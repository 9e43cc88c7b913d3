"""Criteria sets that promulgated drafts laid down."""

import sqlalchemy as sa
from alembic import op

revision = "campaigns_0012"
down_revision = "campaigns_0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "promulgated_criteria",
        sa.Column("draft_id", sa.String(64), primary_key=True),
        sa.Column("standard", sa.String(8), nullable=False),
        sa.Column("doc_number", sa.String(80), nullable=False),
        sa.Column("drafting_org", sa.String(80), nullable=False),
        sa.Column("promulgated_on", sa.Date, nullable=False),
        sa.Column("effective_on", sa.Date, nullable=False),
        sa.Column("criteria", sa.JSON, nullable=False),
    )
    op.create_index("ix_promulgated_criteria_standard", "promulgated_criteria", ["standard"])


def downgrade() -> None:
    op.drop_table("promulgated_criteria")
