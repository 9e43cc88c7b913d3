"""Tables of the room «exemplars»."""

revision = "campaigns_0007"
down_revision = "campaigns_0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
