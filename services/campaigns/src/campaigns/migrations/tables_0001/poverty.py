"""The tables of the feature «poverty», as they were first made."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant
from shared.store import PlacePath


def create() -> None:
    """Make the tables."""
    _poverty_reviews()
    _poverty_review_areas()
    _poverty_review_cases()
    _poverty_standings()


def drop() -> None:
    """Undo it."""
    for table in ("poverty_standings", "poverty_review_cases", "poverty_review_areas", "poverty_reviews"):
        op.drop_table(table)


def _poverty_reviews() -> None:
    op.create_table(
        "poverty_reviews",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("households", sa.Integer(), nullable=False),
        sa.Column("opening_body", sa.String(length=80), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.Column("posting", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("complaints_received", sa.Integer(), nullable=True),
        sa.Column("complaints_upheld", sa.Integer(), nullable=True),
        sa.Column("check_doc", sa.String(length=80), nullable=True),
        sa.Column("commune_decision", sa.String(length=80), nullable=True),
        sa.Column("approval", sa.String(length=80), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("poor", sa.Integer(), nullable=True),
        sa.Column("near_poor", sa.Integer(), nullable=True),
        sa.Column("escaped", sa.Integer(), nullable=True),
        sa.Column("fallen_back", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("unit_code", "year", name="poverty_review_once_a_year"),
    )
    op.create_index(op.f("ix_poverty_reviews_path"), "poverty_reviews", ["path"], unique=False)


def _poverty_review_areas() -> None:
    op.create_table(
        "poverty_review_areas",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("review_id", sa.String(length=64), nullable=False),
        sa.Column("area_code", sa.String(length=16), nullable=False),
        sa.Column("area_type", sa.String(length=8), nullable=False),
        sa.Column("households", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("attended", sa.Integer(), nullable=True),
        sa.Column("agreed", sa.Integer(), nullable=True),
        sa.Column("minutes_ref", sa.String(length=200), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("witnessed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["review_id"], ["poverty_reviews.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("review_id", "area_code", name="poverty_review_area_once"),
    )
    op.create_index(
        op.f("ix_poverty_review_areas_review_id"), "poverty_review_areas", ["review_id"], unique=False
    )


def _poverty_review_cases() -> None:
    op.create_table(
        "poverty_review_cases",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("review_id", sa.String(length=64), nullable=False),
        sa.Column("household_ref", sa.String(length=64), nullable=False),
        sa.Column("area_code", sa.String(length=16), nullable=False),
        sa.Column("b1_points", sa.Integer(), nullable=True),
        sa.Column("deprivations", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("found", sa.String(length=12), nullable=True),
        sa.ForeignKeyConstraint(["household_ref"], ["households.id"]),
        sa.ForeignKeyConstraint(["review_id"], ["poverty_reviews.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("review_id", "household_ref", name="poverty_review_case_once"),
    )
    op.create_index(
        op.f("ix_poverty_review_cases_household_ref"), "poverty_review_cases", ["household_ref"], unique=False
    )
    op.create_index(
        op.f("ix_poverty_review_cases_review_id"), "poverty_review_cases", ["review_id"], unique=False
    )


def _poverty_standings() -> None:
    op.create_table(
        "poverty_standings",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("household_ref", sa.String(length=64), nullable=False),
        sa.Column("area_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("fallen_back", sa.Boolean(), nullable=False),
        sa.Column("deprivations", sa.Integer(), nullable=False),
        sa.Column("review_id", sa.String(length=64), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("term_ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["household_ref"], ["households.id"]),
        sa.ForeignKeyConstraint(["review_id"], ["poverty_reviews.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_poverty_standings_area", "poverty_standings", ["area_code", "since"], unique=False)
    op.create_index(
        op.f("ix_poverty_standings_household_ref"), "poverty_standings", ["household_ref"], unique=False
    )
    op.create_index(op.f("ix_poverty_standings_path"), "poverty_standings", ["path"], unique=False)
    op.create_index(op.f("ix_poverty_standings_review_id"), "poverty_standings", ["review_id"], unique=False)
