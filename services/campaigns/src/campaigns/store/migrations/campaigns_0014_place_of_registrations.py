"""Registrations are asked for by year and place."""

from alembic import op

revision = "campaigns_0014"
down_revision = "campaigns_0013"
branch_labels = None
depends_on = None

TABLE = "household_registrations"


def upgrade() -> None:
    op.drop_index("ix_household_registrations_year", TABLE)
    op.create_index("ix_household_registrations_place", TABLE, ["year", "kdc_id", "registered_on"])


def downgrade() -> None:
    op.drop_index("ix_household_registrations_place", TABLE)
    op.create_index("ix_household_registrations_year", TABLE, ["year"])
