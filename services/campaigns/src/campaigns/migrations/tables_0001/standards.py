"""The tables of the feature «standards», as they were first made."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant
from shared.store import PlacePath


def create() -> None:
    """Make the tables."""
    _criterion_assessments()
    _ntm_lists()
    _standard_candidates()
    _satisfaction_surveys()


def drop() -> None:
    """Undo it."""
    for table in ("satisfaction_surveys", "standard_candidates", "ntm_lists", "criterion_assessments"):
        op.drop_table(table)


def _criterion_assessments() -> None:
    op.create_table(
        "criterion_assessments",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("standard", sa.String(length=12), nullable=False),
        sa.Column("version", sa.String(length=80), nullable=False),
        sa.Column("criterion_no", sa.Integer(), nullable=True),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("measured_value", sa.String(length=24), nullable=True),
        sa.Column("unit_of_measure", sa.String(length=40), nullable=True),
        sa.Column("evidence_ref", sa.String(length=80), nullable=False),
        sa.Column("assessing_body", sa.String(length=80), nullable=False),
        sa.Column("by_function", sa.String(length=40), nullable=False),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_criterion_assessments_path"), "criterion_assessments", ["path"], unique=False)
    op.create_index(
        op.f("ix_criterion_assessments_unit_code"), "criterion_assessments", ["unit_code"], unique=False
    )
    op.create_index(op.f("ix_criterion_assessments_year"), "criterion_assessments", ["year"], unique=False)


def _ntm_lists() -> None:
    op.create_table(
        "ntm_lists",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("candidate_ids", sa.JSON(), nullable=False),
        sa.Column("commune_codes", sa.JSON(), nullable=False),
        sa.Column("compiling_body", sa.String(length=80), nullable=False),
        sa.Column("compiled_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("decision_no", sa.String(length=80), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_ntm_lists_path"), "ntm_lists", ["path"], unique=False)
    op.create_index(op.f("ix_ntm_lists_year"), "ntm_lists", ["year"], unique=False)


def _standard_candidates() -> None:
    op.create_table(
        "standard_candidates",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("standard", sa.String(length=12), nullable=False),
        sa.Column("version", sa.String(length=80), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("registering_body", sa.String(length=80), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("due", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("list_id", sa.String(length=64), nullable=True),
        sa.Column("renews_id", sa.String(length=64), nullable=True),
        sa.Column("first_time", sa.Boolean(), nullable=True),
        sa.Column("deciding_body", sa.String(length=80), nullable=True),
        sa.Column("decision_no", sa.String(length=80), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("facts", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("facts_digest", sa.String(length=64), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_standard_candidates_path"), "standard_candidates", ["path"], unique=False)
    op.create_index(
        op.f("ix_standard_candidates_unit_code"), "standard_candidates", ["unit_code"], unique=False
    )
    op.create_index(op.f("ix_standard_candidates_year"), "standard_candidates", ["year"], unique=False)


def _satisfaction_surveys() -> None:
    op.create_table(
        "satisfaction_surveys",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("candidate_id", sa.String(length=64), nullable=False),
        sa.Column("opening_body", sa.String(length=80), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("surveying_bodies", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("households_total", sa.Integer(), nullable=True),
        sa.Column("households_asked", sa.Integer(), nullable=True),
        sa.Column("satisfied", sa.Integer(), nullable=True),
        sa.Column("report_no", sa.String(length=80), nullable=True),
        sa.Column("completing_body", sa.String(length=80), nullable=True),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["candidate_id"], ["standard_candidates.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_satisfaction_surveys_candidate_id"), "satisfaction_surveys", ["candidate_id"], unique=False
    )
