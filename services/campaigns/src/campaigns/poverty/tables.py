"""The tables of the room «poverty»."""

from sqlalchemy import JSON, Boolean, Column, Date, Index, Integer, Table, UniqueConstraint

from campaigns.poverty.domain.review import Area, Case, PovertyReview
from campaigns.poverty.domain.status import Standing
from campaigns.store.columns import key, map_all, metadata, part_of, recorded_at, short_text

reviews = Table(
    "poverty_reviews",
    metadata,
    key(),
    short_text("unit_code", 16),
    short_text("path", 64),
    Column("year", Integer, nullable=False),
    Column("households", Integer, nullable=False),
    short_text("opened_by"),
    Column("opened_on", Date, nullable=False),
    Column("last_step_on", Date, nullable=False),
    recorded_at(),
    short_text("state", 20),
    Column("posted_on", Date),
    Column("posting", JSON(none_as_null=True)),
    Column("complaints_received", Integer),
    Column("complaints_upheld", Integer),
    short_text("check_doc", nullable=True),
    short_text("commune_decision", nullable=True),
    short_text("approval", nullable=True),
    Column("approved_on", Date),
    Column("poor", Integer),
    Column("near_poor", Integer),
    Column("escaped", Integer),
    Column("fallen_back", Integer),
    UniqueConstraint("unit_code", "year", name="poverty_review_once_a_year"),
)

areas = Table(
    "poverty_review_areas",
    metadata,
    key(),
    part_of("review_id", "poverty_reviews"),
    short_text("kdc_id", 16),
    short_text("area_type", 8),
    Column("households", Integer, nullable=False),
    Column("attended", Integer),
    Column("agreed", Integer),
    short_text("minutes_ref", nullable=True),
    Column("held_on", Date),
    Column("witnessed_on", Date),
    UniqueConstraint("review_id", "kdc_id", name="poverty_review_area_once"),
)

cases = Table(
    "poverty_review_cases",
    metadata,
    key(),
    part_of("review_id", "poverty_reviews"),
    part_of("household_ref", "households"),
    short_text("kdc_id", 16),
    Column("b1_points", Integer),
    Column("deprivations", JSON(none_as_null=True)),
    short_text("found", 12, nullable=True),
    UniqueConstraint("review_id", "household_ref", name="poverty_review_case_once"),
)

standings = Table(
    "poverty_standings",
    metadata,
    key(),
    part_of("household_ref", "households"),
    short_text("kdc_id", 16),
    short_text("path", 64),
    short_text("status", 12),
    Column("fallen_back", Boolean, nullable=False),
    Column("deprivations", Integer, nullable=False),
    part_of("review_id", "poverty_reviews"),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Column("term_ends_on", Date),
    Index("ix_poverty_standings_area", "kdc_id", "since"),
)

map_all({PovertyReview: reviews, Area: areas, Case: cases, Standing: standings})
