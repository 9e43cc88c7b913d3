"""The tables of the feature «standards»."""

from sqlalchemy import JSON, Boolean, Column, Date, Integer, Table

from campaigns.common.tables import metadata
from campaigns.standards.domain.assessment import Assessment
from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.ntm_list import NtmList
from campaigns.standards.domain.survey import Survey
from shared.store import deadline, key, map_all, part_of, path, recorded_at, short_text

candidates = Table(
    "standard_candidates",
    metadata,
    key(),
    short_text("standard", 12),
    short_text("version"),
    short_text("unit_code", 16, index=True),
    path(),
    Column("year", Integer, nullable=False, index=True),
    short_text("registering_body"),
    Column("registered_on", Date, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    Column("steps", JSON, nullable=False),
    deadline("due", nullable=True),
    Column("due_on", Date),
    Column("accepted_on", Date),
    short_text("list_id", 64, nullable=True),
    short_text("renews_id", 64, nullable=True),
    Column("first_time", Boolean),
    short_text("deciding_body", nullable=True),
    short_text("decision_no", nullable=True),
    Column("decided_on", Date),
    Column("valid_until", Date),
    Column("ended_on", Date),
    Column("facts", JSON(none_as_null=True)),
    short_text("facts_digest", 64, nullable=True),
    recorded_at(),
)

ntm_lists = Table(
    "ntm_lists",
    metadata,
    key(),
    Column("year", Integer, nullable=False, index=True),
    short_text("unit_code", 16),
    path(),
    Column("candidate_ids", JSON, nullable=False),
    Column("commune_codes", JSON, nullable=False),
    short_text("compiling_body"),
    Column("compiled_on", Date, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    Column("submitted_on", Date),
    short_text("decision_no", nullable=True),
    Column("decided_on", Date),
    recorded_at(),
)

assessments = Table(
    "criterion_assessments",
    metadata,
    key(),
    short_text("standard", 12),
    short_text("version"),
    Column("criterion_no", Integer),
    short_text("unit_code", 16, index=True),
    path(),
    Column("year", Integer, nullable=False, index=True),
    Column("passed", Boolean, nullable=False),
    short_text("measured_value", 24, nullable=True),
    short_text("unit_of_measure", 40, nullable=True),
    short_text("evidence_ref"),
    short_text("assessing_body"),
    short_text("by_function", 40),
    Column("assessed_on", Date, nullable=False),
    recorded_at(),
)

surveys = Table(
    "satisfaction_surveys",
    metadata,
    key(),
    part_of("candidate_id", "standard_candidates"),
    short_text("opening_body"),
    Column("opened_on", Date, nullable=False),
    Column("surveying_bodies", JSON, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    Column("households_total", Integer),
    Column("households_asked", Integer),
    Column("satisfied", Integer),
    short_text("report_no", nullable=True),
    short_text("completing_body", nullable=True),
    Column("completed_on", Date),
    recorded_at(),
)

map_all(metadata, {Candidate: candidates, NtmList: ntm_lists, Assessment: assessments, Survey: surveys})
