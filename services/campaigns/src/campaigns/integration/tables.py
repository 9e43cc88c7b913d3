"""The tables of the room «integration»."""

from sqlalchemy import JSON, Column, Date, Table, Text

from campaigns.integration.domain.plan import Activity, Plan
from campaigns.store.columns import key, map_all, metadata, part_of, recorded_at, short_text

plans = Table(
    "integration_plans",
    metadata,
    key(),
    short_text("movement_code", 12),
    short_text("purpose", 20),
    short_text("title", 200),
    short_text("unit_code", 16),
    short_text("path", 64),
    Column("start_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
    short_text("advised_by", index=True),
    Column("advised_on", Date, nullable=False),
    Column("stands_since", Date, nullable=False),
    recorded_at(),
    short_text("state", 20),
    short_text("decided_by", nullable=True),
    Column("decided_on", Date),
    Column("reason", Text),
    short_text("guidance_id", 64, nullable=True),
)

activities = Table(
    "integration_activities",
    metadata,
    key(),
    part_of("plan_id", "integration_plans"),
    short_text("title", 200),
    Column("content_codes", JSON, nullable=False),
    short_text("unit_code", 16, index=True),
    short_text("path", 64),
    short_text("lead_org"),
    Column("coord_orgs", JSON, nullable=False),
    Column("start_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
)

map_all({Plan: plans, Activity: activities})
