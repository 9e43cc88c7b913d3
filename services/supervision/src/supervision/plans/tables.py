"""The tables of plans."""

from sqlalchemy import (
    JSON,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    inspect,
)
from sqlalchemy.orm import registry, relationship

from shared.store import key, map_all, path, recorded_at, short_text
from supervision.common.tables import metadata
from supervision.plans.domain.plan import Plan, PlannedTopic
from supervision.plans.domain.view import View

plans = Table(
    "plans",
    metadata,
    key(),
    Column("year", Integer, nullable=False),
    short_text("level", 1),
    short_text("unit_id", 24),
    short_text("unit_code", 16),
    path(),
    short_text("chair_body"),
    Column("consulted_bodies", JSON, nullable=False),
    Column("proposed_on", Date, nullable=False),
    recorded_at(),
    short_text("state", 32),
    Column("stands_since", Date, nullable=False),
    short_text("doc_number", nullable=True),
    Column("agreed_on", Date),
    UniqueConstraint("unit_id", "year", name="one_plan_a_year"),
    Index("plans_of_year", "year", "unit_code"),
)

plan_topics = Table(
    "plan_topics",
    metadata,
    Column("plan_id", ForeignKey("plans.id"), primary_key=True),
    Column("topic", String(20), primary_key=True),
    short_text("form", 32),
    Column("target_bodies", JSON, nullable=False),
    short_text("proposing_body", nullable=True),
)

plan_views = Table(
    "plan_views",
    metadata,
    Column("plan_id", ForeignKey("plans.id"), primary_key=True),
    Column("consulted_body", String(80), primary_key=True),
    short_text("view", 32),
    Column("overlapping", JSON, nullable=False),
    Column("remark", Text),
    Column("stated_on", Date, nullable=False),
    Column("resolution", Text),
)

map_all(metadata, {PlannedTopic: plan_topics, View: plan_views})
if inspect(Plan, raiseerr=False) is None:
    registry(metadata=metadata).map_imperatively(
        Plan,
        plans,
        properties={
            # A list of plans shows its topics, so that they are read for the whole page at once.
            "topics": relationship(PlannedTopic, order_by=plan_topics.c.topic, lazy="selectin"),
            "views": relationship(View, order_by=plan_views.c.consulted_body, cascade="all, delete-orphan"),
        },
    )
