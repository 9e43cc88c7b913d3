"""The tables of the room «outreach»."""

from sqlalchemy import JSON, Column, Date, ForeignKey, Integer, Table, Text, UniqueConstraint

from campaigns.outreach.domain.outreach import Guest, Outreach, TrainingPlan
from campaigns.store.columns import key, map_all, metadata, part_of, recorded_at, short_text

training_plans = Table(
    "training_plans",
    metadata,
    key(),
    Column("year", Integer, nullable=False),
    short_text("title", 200),
    short_text("owner_org"),
    Column("planned_on", Date, nullable=False),
    recorded_at(),
)

outreach = Table(
    "outreach",
    metadata,
    key(),
    short_text("kind", 24, index=True),
    short_text("title", 200),
    short_text("unit_code", 16, index=True),
    short_text("path", 64),
    short_text("linked_programme", 16, nullable=True),
    Column("content_codes", JSON, nullable=False),
    short_text("movement_code", 16, nullable=True),
    short_text("holder_org"),
    Column("plan_id", ForeignKey("training_plans.id"), index=True),
    Column("planned_on", Date, nullable=False),
    Column("stands_since", Date, nullable=False),
    short_text("state", 12),
    Column("held_on", Date),
    Column("participants", Integer),
    Column("enrolled", Integer),
    Column("duration_minutes", Integer),
    Column("result", Text),
    Column("reason", Text),
    recorded_at(),
)

guests = Table(
    "outreach_guests",
    metadata,
    key(),
    part_of("outreach_id", "outreach"),
    short_text("body"),
    short_text("side", 10),
    short_text("state", 12),
    Column("joined_on", Date),
    recorded_at(),
    UniqueConstraint("outreach_id", "body", name="outreach_guest_once"),
)

map_all({TrainingPlan: training_plans, Outreach: outreach, Guest: guests})
