"""The tables of the room «assignments»; a responsibility itself lies in the core's."""

from sqlalchemy import Boolean, Column, Date, Integer, Table, Text

from campaigns.assignments.domain.progress import Progress
from campaigns.store.columns import key, map_all, metadata, part_of, recorded_at, short_text

progress = Table(
    "assignment_progress",
    metadata,
    key(),
    part_of("assignment_id", "assignments"),
    short_text("body"),
    Column("reported_on", Date, nullable=False),
    Column("summary", Text, nullable=False),
    Column("achieved", Integer),
    Column("planned", Integer),
    Column("final", Boolean, nullable=False),
    recorded_at(),
)

map_all({Progress: progress})
