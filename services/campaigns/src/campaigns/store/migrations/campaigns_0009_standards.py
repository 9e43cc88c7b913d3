"""Tables of the room «standards»."""

import sqlalchemy as sa
from alembic import op

revision = "campaigns_0009"
down_revision = "campaigns_0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_standard_candidates()
    _create_ntm_lists()
    _create_criterion_assessments()
    _create_satisfaction_surveys()


def downgrade() -> None:
    op.drop_table("satisfaction_surveys")
    op.drop_table("criterion_assessments")
    op.drop_table("ntm_lists")
    op.drop_table("standard_candidates")


def _create_standard_candidates() -> None:
    op.create_table(
        "standard_candidates",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("standard", sa.String(12), nullable=False),
        sa.Column("version", sa.String(20), nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("path", sa.String(64), nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("registered_by", sa.String(80), nullable=False),
        sa.Column("registered_on", sa.Date, nullable=False),
        sa.Column("stands_since", sa.Date, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("steps", sa.JSON, nullable=False),
        sa.Column("due", sa.JSON),
        sa.Column("due_on", sa.Date),
        sa.Column("accepted_on", sa.Date),
        sa.Column("list_id", sa.String(64)),
        sa.Column("renews_id", sa.String(64)),
        sa.Column("first_time", sa.Boolean),
        sa.Column("decided_by", sa.String(80)),
        sa.Column("decision_no", sa.String(80)),
        sa.Column("decided_on", sa.Date),
        sa.Column("valid_until", sa.Date),
        sa.Column("ended_on", sa.Date),
        sa.Column("facts", sa.JSON),
        sa.Column("facts_digest", sa.String(64)),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_standard_candidates_unit_code", "standard_candidates", ["unit_code"])
    op.create_index("ix_standard_candidates_year", "standard_candidates", ["year"])


def _create_ntm_lists() -> None:
    op.create_table(
        "ntm_lists",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("candidate_ids", sa.JSON, nullable=False),
        sa.Column("commune_codes", sa.JSON, nullable=False),
        sa.Column("compiled_by", sa.String(80), nullable=False),
        sa.Column("compiled_on", sa.Date, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("submitted_on", sa.Date),
        sa.Column("decision_no", sa.String(80)),
        sa.Column("decided_on", sa.Date),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_ntm_lists_year", "ntm_lists", ["year"])


def _create_criterion_assessments() -> None:
    op.create_table(
        "criterion_assessments",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("standard", sa.String(12), nullable=False),
        sa.Column("version", sa.String(20), nullable=False),
        sa.Column("criterion_no", sa.Integer),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("path", sa.String(64), nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("passed", sa.Boolean, nullable=False),
        sa.Column("measured_value", sa.String(24)),
        sa.Column("unit_of_measure", sa.String(40)),
        sa.Column("evidence_ref", sa.String(80), nullable=False),
        sa.Column("assessor", sa.String(80), nullable=False),
        sa.Column("by_function", sa.String(40), nullable=False),
        sa.Column("assessed_on", sa.Date, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_criterion_assessments_unit_code", "criterion_assessments", ["unit_code"])
    op.create_index("ix_criterion_assessments_year", "criterion_assessments", ["year"])


def _create_satisfaction_surveys() -> None:
    op.create_table(
        "satisfaction_surveys",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("candidate_id", sa.String(64), sa.ForeignKey("standard_candidates.id"), nullable=False),
        sa.Column("opened_by", sa.String(80), nullable=False),
        sa.Column("opened_on", sa.Date, nullable=False),
        sa.Column("surveyors", sa.JSON, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("households_total", sa.Integer),
        sa.Column("households_asked", sa.Integer),
        sa.Column("satisfied", sa.Integer),
        sa.Column("report_no", sa.String(80)),
        sa.Column("completed_by", sa.String(80)),
        sa.Column("completed_on", sa.Date),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_satisfaction_surveys_candidate_id", "satisfaction_surveys", ["candidate_id"])
