"""Tables of the room «models»."""

revision = "campaigns_0006"
down_revision = "campaigns_0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
