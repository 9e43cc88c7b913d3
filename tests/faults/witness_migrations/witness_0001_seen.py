"""The witness's table."""

import sqlalchemy as sa
from alembic import op

revision = "witness_0001"
down_revision = None
branch_labels = ("witness",)
depends_on = None


def upgrade() -> None:
    op.create_table(
        "witnessed",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("source", sa.String(80), nullable=False),
        sa.Column("event_id", sa.String(80), nullable=False),
        sa.Column("key", sa.String(240), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("witnessed")
