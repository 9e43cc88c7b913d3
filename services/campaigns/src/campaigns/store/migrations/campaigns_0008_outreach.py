"""Tables of the room «outreach»."""

revision = "campaigns_0008"
down_revision = "campaigns_0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
