"""Tables of the room «outreach»."""

import sqlalchemy as sa
from alembic import op

revision = "campaigns_0007"
down_revision = "campaigns_0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_training_plans()
    _create_outreach()
    _create_outreach_guests()


def downgrade() -> None:
    op.drop_table("outreach_guests")
    op.drop_table("outreach")
    op.drop_table("training_plans")


def _create_training_plans() -> None:
    op.create_table(
        "training_plans",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("owner_org", sa.String(80), nullable=False),
        sa.Column("planned_on", sa.Date, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )


def _create_outreach() -> None:
    op.create_table(
        "outreach",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("path", sa.String(64), nullable=False),
        sa.Column("linked_programme", sa.String(16)),
        sa.Column("content_codes", sa.JSON, nullable=False),
        sa.Column("movement_code", sa.String(16)),
        sa.Column("holder_org", sa.String(80), nullable=False),
        sa.Column("plan_id", sa.String(64), sa.ForeignKey("training_plans.id")),
        sa.Column("planned_on", sa.Date, nullable=False),
        sa.Column("stands_since", sa.Date, nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("held_on", sa.Date),
        sa.Column("participants", sa.Integer),
        sa.Column("enrolled", sa.Integer),
        sa.Column("duration_minutes", sa.Integer),
        sa.Column("result", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_outreach_kind", "outreach", ["kind"])
    op.create_index("ix_outreach_plan_id", "outreach", ["plan_id"])
    op.create_index("ix_outreach_unit_code", "outreach", ["unit_code"])


def _create_outreach_guests() -> None:
    op.create_table(
        "outreach_guests",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("outreach_id", sa.String(64), sa.ForeignKey("outreach.id"), nullable=False),
        sa.Column("body", sa.String(80), nullable=False),
        sa.Column("side", sa.String(10), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("joined_on", sa.Date),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("outreach_id", "body", name="outreach_guest_once"),
    )
    op.create_index("ix_outreach_guests_outreach_id", "outreach_guests", ["outreach_id"])
