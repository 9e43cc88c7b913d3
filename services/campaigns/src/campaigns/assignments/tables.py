"""The tables of assignments and of the reports on them."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, Text

from campaigns.assignments.domain.assignment import Assignment
from campaigns.assignments.domain.progress import Progress
from campaigns.common.tables import metadata
from campaigns.consultations import tables as consultations  # noqa: F401 - each rests on a consultation
from shared.store import key, map_all, part_of, path, recorded_at, short_text

assignments = Table(
    "assignments",
    metadata,
    key(),
    part_of("consultation_id", "consultations"),
    short_text("assignee_body", index=True),
    short_text("kind", 20),
    short_text("content_code", 8, nullable=True),
    short_text("duty_id", 20),
    short_text("unit_code", 16, index=True),
    path(),
    Column("due_on", Date, nullable=False),
    Column("first_due_on", Date, nullable=False),
    Column("proposed_on", Date, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    short_text("answer", 20),
    Column("reason", Text),
    Column("answered_on", Date),
    recorded_at(),
    short_text("root_id", 64, index=True),
    short_text("parent_id", 64, nullable=True, index=True),
    short_text("proposing_body", index=True),
    short_text("replaces_id", 64, nullable=True),
    short_text("replaced_by_id", 64, nullable=True),
    short_text("minutes_ref", 200, nullable=True),
    Column("result", Text),
    Column("achieved", Integer),
    Column("planned", Integer),
    Column("completed_on", Date),
    Column("accepted_on", Date),
    Index("ix_assignments_shares", "parent_id", "assignee_body"),
)

progress = Table(
    "assignment_progress",
    metadata,
    key(),
    part_of("assignment_id", "assignments"),
    short_text("reporting_body"),
    Column("reported_on", Date, nullable=False),
    Column("summary", Text, nullable=False),
    Column("achieved", Integer),
    Column("planned", Integer),
    Column("final", Boolean, nullable=False),
    recorded_at(),
    Column("search", Text, nullable=False),
)

map_all(metadata, {Assignment: assignments, Progress: progress})
