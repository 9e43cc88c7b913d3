"""Tables of the room «titles»."""

import sqlalchemy as sa
from alembic import op

revision = "campaigns_0002"
down_revision = "campaigns_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_title_meetings()
    _create_titles()


def downgrade() -> None:
    op.drop_table("titles")
    op.drop_table("title_meetings")


def _create_title_meetings() -> None:
    op.create_table(
        "title_meetings",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("title", sa.String(8), nullable=False),
        sa.Column("kdc_id", sa.String(16), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("invited", sa.Integer(), nullable=False),
        sa.Column("attended", sa.Integer(), nullable=False),
        sa.Column("ballot", sa.String(20), nullable=False),
        sa.Column("minutes_ref", sa.String(80), nullable=False),
        sa.Column("dossier_due", sa.JSON(), nullable=False),
        sa.Column("recorded_by", sa.String(80), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("dossier_no", sa.String(80)),
        sa.Column("submitted_on", sa.Date()),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_title_meetings_kdc_id", "title_meetings", ["kdc_id"])


def _create_titles() -> None:
    op.create_table(
        "titles",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("title", sa.String(8), nullable=False),
        sa.Column("standard_version", sa.String(20), nullable=False),
        sa.Column("subject_ref", sa.String(64), nullable=False),
        sa.Column("kdc_id", sa.String(16), nullable=False),
        sa.Column("path", sa.String(64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("registered_by", sa.String(80), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("self_assessment", sa.JSON()),
        sa.Column("meeting_id", sa.String(64), sa.ForeignKey("title_meetings.id")),
        sa.Column("yes_votes", sa.Integer()),
        sa.Column("submitted_on", sa.Date()),
        sa.Column("decision_due_on", sa.Date()),
        sa.Column("decision_due", sa.JSON()),
        sa.Column("decided_by", sa.String(80)),
        sa.Column("decision_no", sa.String(80)),
        sa.Column("decided_on", sa.Date()),
        sa.Column("consecutive_years", sa.Integer()),
        sa.Column("last_year", sa.Integer()),
        sa.Column("certificate_earned", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("revoked_on", sa.Date()),
        sa.Column("facts", sa.JSON()),
        sa.Column("facts_digest", sa.String(64)),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("title", "subject_ref", "year", name="title_once_a_year"),
    )
    for column in ("kdc_id", "year", "meeting_id"):
        op.create_index(f"ix_titles_{column}", "titles", [column])
