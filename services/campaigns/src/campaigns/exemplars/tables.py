"""The tables of the feature «exemplars»."""

from sqlalchemy import JSON, Column, Date, Integer, Table, Text, UniqueConstraint

from campaigns.common.tables import metadata
from campaigns.exemplars.domain.criteria import Criteria
from campaigns.exemplars.domain.exemplar import Exemplar, Seconding, Subject
from shared.store import key, map_all, part_of, path, recorded_at, short_text

criteria = Table(
    "commendation_criteria",
    metadata,
    key(),
    short_text("version"),
    part_of("guidance_id", "guidance"),
    short_text("issuing_body"),
    path(index=False),
    Column("effective_on", Date, nullable=False),
    Column("criteria", JSON, nullable=False),
    Column("search", Text, nullable=False),
    Column("set_on", Date, nullable=False),
    recorded_at(),
    UniqueConstraint("effective_on", name="commendation_criteria_once_a_day"),
)

subjects = Table(
    "exemplar_subjects",
    metadata,
    key(),
    short_text("kind", 20),
    short_text("area_code", 16, index=True),
    short_text("name", 200, nullable=True),
    recorded_at(),
)

exemplars = Table(
    "exemplars",
    metadata,
    key(),
    short_text("subject_kind", 20),
    part_of("subject_ref", "exemplar_subjects"),
    short_text("area_code", 16),
    path(),
    Column("year", Integer, nullable=False, index=True),
    short_text("content_code", 8),
    Column("achievement", Text, nullable=False),
    Column("search", Text, nullable=False),
    part_of("criteria_id", "commendation_criteria"),
    short_text("criteria_version"),
    Column("criteria_met", JSON, nullable=False),
    short_text("nominating_body"),
    Column("co_nominating_bodies", JSON, nullable=False),
    Column("nominated_on", Date, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    short_text("level", 2, nullable=True),
    short_text("minutes_ref", 200, nullable=True),
    short_text("reviewing_body", nullable=True),
    Column("reviewed_on", Date),
    short_text("deciding_body", nullable=True),
    short_text("decision_no", nullable=True),
    short_text("form", 40, nullable=True),
    Column("decided_on", Date),
    short_text("occasion", 20, nullable=True),
    short_text("occasion_ref", nullable=True),
    Column("awarded_on", Date),
    Column("rejected_on", Date),
    Column("reason", Text),
    Column("facts", JSON),
    short_text("facts_digest", 64, nullable=True),
    recorded_at(),
)

secondings = Table(
    "exemplar_secondings",
    metadata,
    key(),
    part_of("exemplar_id", "exemplars"),
    short_text("nominating_body"),
    Column("confirmed_on", Date, nullable=False),
    UniqueConstraint("exemplar_id", "nominating_body", name="exemplar_seconded_once"),
)

map_all(metadata, {Criteria: criteria, Subject: subjects, Exemplar: exemplars, Seconding: secondings})
