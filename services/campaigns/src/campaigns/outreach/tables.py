"""The tables of the feature «outreach»."""

from sqlalchemy import JSON, Column, Date, ForeignKey, Integer, Table, Text, UniqueConstraint

from campaigns.common.tables import metadata
from campaigns.outreach.domain.outreach import Guest, Outreach, TrainingPlan
from shared.store import key, map_all, part_of, path, recorded_at, short_text

training_plans = Table(
    "training_plans",
    metadata,
    key(),
    Column("year", Integer, nullable=False),
    short_text("title", 200),
    short_text("owner_body"),
    Column("planned_on", Date, nullable=False),
    recorded_at(),
)

outreach = Table(
    "outreach",
    metadata,
    key(),
    short_text("kind", 24, index=True),
    short_text("title", 200),
    Column("search", Text, nullable=False),
    short_text("unit_code", 16),
    path(),
    short_text("linked_programme", 16, nullable=True),
    Column("content_codes", JSON, nullable=False),
    short_text("movement_code", 16, nullable=True),
    short_text("holder_body"),
    Column("invited_bodies", JSON, nullable=False),
    Column("plan_id", ForeignKey("training_plans.id"), index=True),
    Column("planned_on", Date, nullable=False),
    Column("made_on", Date, nullable=False),
    short_text("state", 12),
    Column("stands_since", Date, nullable=False),
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
    short_text("invited_body"),
    short_text("side", 10),
    Column("joined_on", Date, nullable=False),
    UniqueConstraint("outreach_id", "invited_body", name="outreach_guest_once"),
)

map_all(metadata, {TrainingPlan: training_plans, Outreach: outreach, Guest: guests})
