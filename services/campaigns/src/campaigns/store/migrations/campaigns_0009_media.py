"""Tables of the room «media»."""

revision = "campaigns_0009"
down_revision = "campaigns_0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
