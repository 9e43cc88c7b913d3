"""Gaps: times in which a service's queue did not exist, to be filled from the journal."""

import sqlalchemy as sa
from alembic import op

revision = "shared_0002"
down_revision = "shared_0001"
branch_labels = None
depends_on = None

sequence = sa.BigInteger().with_variant(sa.Integer, "sqlite")
instant = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "gaps",
        sa.Column("id", sequence, primary_key=True, autoincrement=True),
        sa.Column("noted_at", instant, nullable=False),
        sa.Column("since", instant),
        sa.Column("closed_at", instant),
        sa.Column("events", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("gaps")
