"""The tables of the room «exemplars»."""

from sqlalchemy import JSON, Column, Date, Integer, Table, Text, UniqueConstraint

from campaigns.exemplars.domain.criteria import Criteria
from campaigns.exemplars.domain.exemplar import Exemplar, Seconding, Subject
from campaigns.store.columns import key, map_all, metadata, part_of, recorded_at, short_text

criteria = Table(
    "commendation_criteria",
    metadata,
    key(),
    short_text("version"),
    part_of("guidance_id", "guidance"),
    short_text("issuer_org"),
    Column("effective_on", Date, nullable=False),
    Column("criteria", JSON, nullable=False),
    Column("set_on", Date, nullable=False),
    recorded_at(),
    UniqueConstraint("effective_on", name="commendation_criteria_once_a_day"),
)

subjects = Table(
    "exemplar_subjects",
    metadata,
    key(),
    short_text("kind", 20),
    short_text("kdc_id", 16, index=True),
    short_text("name", 200, nullable=True),
    recorded_at(),
)

exemplars = Table(
    "exemplars",
    metadata,
    key(),
    short_text("subject_kind", 20),
    part_of("subject_ref", "exemplar_subjects"),
    short_text("kdc_id", 16, index=True),
    short_text("path", 64),
    Column("year", Integer, nullable=False, index=True),
    short_text("content_code", 8),
    Column("achievement", Text, nullable=False),
    part_of("criteria_id", "commendation_criteria"),
    short_text("criteria_version"),
    Column("criteria_met", JSON, nullable=False),
    short_text("nominated_by"),
    Column("nominated_on", Date, nullable=False),
    Column("stands_since", Date, nullable=False),
    short_text("state", 20),
    short_text("level", 2, nullable=True),
    short_text("minutes_ref", nullable=True),
    short_text("reviewed_by", nullable=True),
    Column("reviewed_on", Date),
    short_text("decided_by", nullable=True),
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
    short_text("body"),
    Column("confirmed_on", Date),
    recorded_at(),
)

map_all({Criteria: criteria, Subject: subjects, Exemplar: exemplars, Seconding: secondings})
