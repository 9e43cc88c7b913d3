"""Tables of the room «media»."""

import sqlalchemy as sa
from alembic import op

revision = "campaigns_0008"
down_revision = "campaigns_0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_media_items()


def downgrade() -> None:
    op.drop_table("media_items")


def _create_media_items() -> None:
    op.create_table(
        "media_items",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("guidance_id", sa.String(64), sa.ForeignKey("guidance.id"), nullable=False),
        sa.Column("outlet_org", sa.String(80), nullable=False),
        sa.Column("theme", sa.Text, nullable=False),
        sa.Column("topic", sa.String(8), nullable=False),
        sa.Column("format", sa.String(8), nullable=False),
        sa.Column("title_vi", sa.String(200), nullable=False),
        sa.Column("minutes", sa.Integer),
        sa.Column("words", sa.Integer),
        sa.Column("exemplar_id", sa.String(64), sa.ForeignKey("exemplars.id")),
        sa.Column("model_id", sa.String(64), sa.ForeignKey("models.id")),
        sa.Column("published_on", sa.Date, nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("withdrawn_on", sa.Date),
        sa.Column("reason", sa.Text),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_media_items_exemplar_id", "media_items", ["exemplar_id"])
    op.create_index("ix_media_items_guidance_id", "media_items", ["guidance_id"])
    op.create_index("ix_media_items_model_id", "media_items", ["model_id"])
    op.create_index("ix_media_items_outlet_org", "media_items", ["outlet_org"])
    op.create_index("ix_media_items_published_on", "media_items", ["published_on"])
