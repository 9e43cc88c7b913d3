"""The tables of the campaigns service."""

from campaigns.migrations.tables_0001 import (
    assignments,
    campaigns,
    consultations,
    criteria,
    exemplars,
    guidance,
    household_imports,
    households,
    integration_plans,
    media,
    outreach,
    pilot_models,
    poverty,
    standards,
    titles,
)

revision = "campaigns_0001"
down_revision = None
branch_labels = ("campaigns",)
depends_on = None

ORDER = (
    campaigns,
    criteria,
    households,
    household_imports,
    consultations,
    assignments,
    guidance,
    integration_plans,
    outreach,
    pilot_models,
    exemplars,
    media,
    titles,
    poverty,
    standards,
)


def upgrade() -> None:
    for feature in ORDER:
        feature.create()


def downgrade() -> None:
    for feature in reversed(ORDER):
        feature.drop()
