"""The tables of the feature «poverty»."""

from sqlalchemy import JSON, Boolean, Column, Date, Index, Integer, Table, UniqueConstraint

from campaigns.common.tables import metadata
from campaigns.households import tables as households  # noqa: F401 - cases and statuses refer to households
from campaigns.poverty.domain.area import Area, Case
from campaigns.poverty.domain.review import PovertyReview
from campaigns.poverty.domain.status import Standing
from shared.store import deadline, key, map_all, part_of, path, recorded_at, short_text

reviews = Table(
    "poverty_reviews",
    metadata,
    key(),
    short_text("unit_code", 16),
    path(),
    Column("year", Integer, nullable=False),
    Column("households", Integer, nullable=False),
    short_text("opening_body"),
    Column("opened_on", Date, nullable=False),
    recorded_at(),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    Column("posted_on", Date),
    deadline("posting", nullable=True),
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
    short_text("area_code", 16),
    short_text("area_type", 8),
    Column("households", Integer, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    Column("attended", Integer),
    Column("agreed", Integer),
    short_text("minutes_ref", 200, nullable=True),
    Column("held_on", Date),
    Column("witnessed_on", Date),
    UniqueConstraint("review_id", "area_code", name="poverty_review_area_once"),
)

cases = Table(
    "poverty_review_cases",
    metadata,
    key(),
    part_of("review_id", "poverty_reviews"),
    part_of("household_ref", "households"),
    short_text("area_code", 16),
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
    short_text("area_code", 16),
    path(),
    short_text("status", 12),
    Column("fallen_back", Boolean, nullable=False),
    Column("deprivations", Integer, nullable=False),
    part_of("review_id", "poverty_reviews"),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Column("term_ends_on", Date),
    Index("ix_poverty_standings_area", "area_code", "since"),
)

map_all(metadata, {PovertyReview: reviews, Area: areas, Case: cases, Standing: standings})
