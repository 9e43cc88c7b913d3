"""The tables of the room «titles»."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Integer, Table, Text, UniqueConstraint

from campaigns.store.columns import key, map_all, metadata, recorded_at, short_text
from campaigns.titles.domain.meeting import Meeting
from campaigns.titles.domain.title import Title

meetings = Table(
    "title_meetings",
    metadata,
    key(),
    short_text("title", 8),
    short_text("kdc_id", 16, index=True),
    Column("year", Integer, nullable=False),
    Column("held_on", Date, nullable=False),
    Column("invited", Integer, nullable=False),
    Column("attended", Integer, nullable=False),
    short_text("ballot", 20),
    short_text("minutes_ref"),
    Column("dossier_due", JSON, nullable=False),
    short_text("recorded_by"),
    short_text("state", 20),
    short_text("dossier_no", nullable=True),
    Column("submitted_on", Date),
    recorded_at(),
)

titles = Table(
    "titles",
    metadata,
    key(),
    short_text("title", 8),
    short_text("standard_version", 20),
    short_text("subject_ref", 64),
    short_text("kdc_id", 16, index=True),
    short_text("path", 64),
    Column("year", Integer, nullable=False, index=True),
    short_text("registered_by"),
    Column("registered_on", Date, nullable=False),
    Column("stands_since", Date, nullable=False),
    short_text("state", 20),
    Column("self_assessment", JSON),
    Column("meeting_id", ForeignKey("title_meetings.id"), index=True),
    Column("yes_votes", Integer),
    Column("submitted_on", Date),
    Column("decision_due_on", Date),
    Column("decision_due", JSON),
    short_text("decided_by", nullable=True),
    short_text("decision_no", nullable=True),
    Column("decided_on", Date),
    Column("consecutive_years", Integer),
    Column("last_year", Integer),
    Column("certificate_earned", Boolean, nullable=False),
    Column("reason", Text),
    Column("revoked_on", Date),
    Column("facts", JSON),
    short_text("facts_digest", 64, nullable=True),
    recorded_at(),
    UniqueConstraint("title", "subject_ref", "year", name="title_once_a_year"),
)

map_all({Meeting: meetings, Title: titles})
