"""Tables of the room «titles»."""

revision = "campaigns_0004"
down_revision = "campaigns_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
