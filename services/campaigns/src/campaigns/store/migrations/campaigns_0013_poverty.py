"""Tables of the room «poverty»."""

import sqlalchemy as sa
from alembic import op

revision = "campaigns_0013"
down_revision = "campaigns_0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_poverty_reviews()
    _create_poverty_review_areas()
    _create_poverty_review_cases()
    _create_poverty_standings()


def downgrade() -> None:
    op.drop_table("poverty_standings")
    op.drop_table("poverty_review_cases")
    op.drop_table("poverty_review_areas")
    op.drop_table("poverty_reviews")


def _create_poverty_reviews() -> None:
    op.create_table(
        "poverty_reviews",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("path", sa.String(64), nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("households", sa.Integer, nullable=False),
        sa.Column("opened_by", sa.String(80), nullable=False),
        sa.Column("opened_on", sa.Date, nullable=False),
        sa.Column("last_step_on", sa.Date, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("posted_on", sa.Date),
        sa.Column("posting", sa.JSON),
        sa.Column("complaints_received", sa.Integer),
        sa.Column("complaints_upheld", sa.Integer),
        sa.Column("check_doc", sa.String(80)),
        sa.Column("commune_decision", sa.String(80)),
        sa.Column("approval", sa.String(80)),
        sa.Column("approved_on", sa.Date),
        sa.Column("poor", sa.Integer),
        sa.Column("near_poor", sa.Integer),
        sa.Column("escaped", sa.Integer),
        sa.Column("fallen_back", sa.Integer),
        sa.UniqueConstraint("unit_code", "year", name="poverty_review_once_a_year"),
    )


def _create_poverty_review_areas() -> None:
    op.create_table(
        "poverty_review_areas",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("review_id", sa.String(64), sa.ForeignKey("poverty_reviews.id"), nullable=False),
        sa.Column("kdc_id", sa.String(16), nullable=False),
        sa.Column("area_type", sa.String(8), nullable=False),
        sa.Column("households", sa.Integer, nullable=False),
        sa.Column("attended", sa.Integer),
        sa.Column("agreed", sa.Integer),
        sa.Column("minutes_ref", sa.String(80)),
        sa.Column("held_on", sa.Date),
        sa.Column("witnessed_on", sa.Date),
        sa.UniqueConstraint("review_id", "kdc_id", name="poverty_review_area_once"),
    )
    op.create_index("ix_poverty_review_areas_review_id", "poverty_review_areas", ["review_id"])


def _create_poverty_review_cases() -> None:
    op.create_table(
        "poverty_review_cases",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("review_id", sa.String(64), sa.ForeignKey("poverty_reviews.id"), nullable=False),
        sa.Column("household_ref", sa.String(64), sa.ForeignKey("households.id"), nullable=False),
        sa.Column("kdc_id", sa.String(16), nullable=False),
        sa.Column("b1_points", sa.Integer),
        sa.Column("deprivations", sa.JSON),
        sa.Column("found", sa.String(12)),
        sa.UniqueConstraint("review_id", "household_ref", name="poverty_review_case_once"),
    )
    op.create_index("ix_poverty_review_cases_household_ref", "poverty_review_cases", ["household_ref"])
    op.create_index("ix_poverty_review_cases_review_id", "poverty_review_cases", ["review_id"])


def _create_poverty_standings() -> None:
    op.create_table(
        "poverty_standings",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("household_ref", sa.String(64), sa.ForeignKey("households.id"), nullable=False),
        sa.Column("kdc_id", sa.String(16), nullable=False),
        sa.Column("path", sa.String(64), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("fallen_back", sa.Boolean, nullable=False),
        sa.Column("deprivations", sa.Integer, nullable=False),
        sa.Column("review_id", sa.String(64), sa.ForeignKey("poverty_reviews.id"), nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("until", sa.Date),
        sa.Column("term_ends_on", sa.Date),
    )
    op.create_index("ix_poverty_standings_area", "poverty_standings", ["kdc_id", "since"])
    op.create_index("ix_poverty_standings_household_ref", "poverty_standings", ["household_ref"])
    op.create_index("ix_poverty_standings_review_id", "poverty_standings", ["review_id"])
