"""Tables of the room «standards»."""

revision = "campaigns_0005"
down_revision = "campaigns_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
