"""The tables of the feature «integration_plans»."""

from sqlalchemy import JSON, Column, Date, Table, Text

from campaigns.common.tables import metadata
from campaigns.integration_plans.domain.activity import Activity
from campaigns.integration_plans.domain.plan import Plan
from shared.store import key, map_all, part_of, path, recorded_at, short_text

plans = Table(
    "integration_plans",
    metadata,
    key(),
    short_text("movement_code", 12),
    short_text("purpose", 20),
    short_text("title", 200),
    Column("search", Text, nullable=False),
    short_text("unit_code", 16),
    path(),
    Column("start_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
    short_text("advising_body", index=True),
    Column("advised_on", Date, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    short_text("deciding_body", nullable=True),
    Column("decided_on", Date),
    Column("reason", Text),
    short_text("guidance_id", 64, nullable=True),
    recorded_at(),
)

activities = Table(
    "integration_activities",
    metadata,
    key(),
    part_of("plan_id", "integration_plans"),
    short_text("title", 200),
    Column("content_codes", JSON, nullable=False),
    short_text("unit_code", 16),
    path(),
    short_text("lead_body"),
    Column("coordinating_bodies", JSON, nullable=False),
    Column("start_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
)

map_all(metadata, {Plan: plans, Activity: activities})
