"""The tables of the feature «titles»."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Integer, Table, Text, UniqueConstraint

from campaigns.common.tables import metadata
from campaigns.titles.domain.meeting import Meeting
from campaigns.titles.domain.title import Title
from shared.store import deadline, key, map_all, path, recorded_at, short_text

meetings = Table(
    "title_meetings",
    metadata,
    key(),
    short_text("title", 8),
    short_text("area_code", 16, index=True),
    Column("year", Integer, nullable=False),
    Column("held_on", Date, nullable=False),
    Column("invited", Integer, nullable=False),
    Column("attended", Integer, nullable=False),
    Column("passed", Integer, nullable=False),
    short_text("ballot", 20),
    short_text("minutes_ref", 200),
    deadline("dossier_due"),
    short_text("recording_body"),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    short_text("dossier_no", nullable=True),
    Column("submitted_on", Date),
    recorded_at(),
)

titles = Table(
    "titles",
    metadata,
    key(),
    short_text("title", 8),
    short_text("standard_version"),
    short_text("subject_ref", 64),
    short_text("area_code", 16, index=True),
    path(),
    Column("year", Integer, nullable=False, index=True),
    short_text("registering_body"),
    Column("registered_on", Date, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    Column("self_assessment", JSON(none_as_null=True)),
    Column("meeting_id", ForeignKey("title_meetings.id"), index=True),
    Column("yes_votes", Integer),
    Column("submitted_on", Date),
    Column("decision_due_on", Date),
    deadline("decision_due", nullable=True),
    short_text("deciding_body", nullable=True),
    short_text("decision_no", nullable=True),
    Column("decided_on", Date),
    Column("consecutive_years", Integer),
    Column("last_year", Integer),
    Column("certificate_earned", Boolean, nullable=False),
    Column("reason", Text),
    Column("revoked_on", Date),
    Column("facts", JSON(none_as_null=True)),
    short_text("facts_digest", 64, nullable=True),
    recorded_at(),
    UniqueConstraint("title", "subject_ref", "year", name="title_once_a_year"),
)

map_all(metadata, {Meeting: meetings, Title: titles})
