"""What households say of their registration, and what the festival found."""

import sqlalchemy as sa
from alembic import op

revision = "campaigns_0011"
down_revision = "campaigns_0010"
branch_labels = None
depends_on = None

TABLE = "household_registrations"


def upgrade() -> None:
    op.add_column(TABLE, sa.Column("kept_codes", sa.JSON))
    op.add_column(TABLE, sa.Column("assessed_on", sa.Date))
    op.add_column(TABLE, sa.Column("settled_on", sa.Date))
    op.add_column(TABLE, sa.Column("minutes_ref", sa.String(80)))
    op.add_column(TABLE, sa.Column("reason", sa.Text))


def downgrade() -> None:
    for name in ("reason", "minutes_ref", "settled_on", "assessed_on", "kept_codes"):
        op.drop_column(TABLE, name)
