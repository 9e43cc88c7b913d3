"""Tables of the rooms «models» and «exemplars»."""

import sqlalchemy as sa
from alembic import op

revision = "campaigns_0006"
down_revision = "campaigns_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_models()
    _create_model_members()
    _create_model_replications()
    _create_model_supports()
    _create_practices()
    _create_commendation_criteria()
    _create_exemplar_subjects()
    _create_exemplars()
    _create_exemplar_secondings()


def downgrade() -> None:
    op.drop_table("exemplar_secondings")
    op.drop_table("exemplars")
    op.drop_table("exemplar_subjects")
    op.drop_table("commendation_criteria")
    op.drop_table("practices")
    op.drop_table("model_supports")
    op.drop_table("model_replications")
    op.drop_table("model_members")
    op.drop_table("models")


def _create_models() -> None:
    op.create_table(
        "models",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("type", sa.String(8), nullable=False),
        sa.Column("subject_kind", sa.String(20), nullable=False),
        sa.Column("subject_ref", sa.String(64)),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("path", sa.String(64), nullable=False),
        sa.Column("name_vi", sa.String(200), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("chair_org", sa.String(80), nullable=False),
        sa.Column("chair_level", sa.String(2), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("started_on", sa.Date()),
        sa.Column("evaluation", sa.JSON()),
        sa.Column("evaluated_on", sa.Date()),
        sa.Column("recognised_by", sa.String(80)),
        sa.Column("decision_no", sa.String(80)),
        sa.Column("recognised_on", sa.Date()),
        sa.Column("replicated_on", sa.Date()),
        sa.Column("retired_on", sa.Date()),
        sa.Column("reason", sa.Text()),
        sa.Column("facts", sa.JSON()),
        sa.Column("facts_digest", sa.String(64)),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_models_unit_code", "models", ["unit_code"])


def _create_model_members() -> None:
    op.create_table(
        "model_members",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("model_id", sa.String(64), sa.ForeignKey("models.id"), nullable=False),
        sa.Column("body", sa.String(80), nullable=False),
        sa.Column("side", sa.String(10), nullable=False),
        sa.Column("functions", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("answered_on", sa.Date()),
        sa.Column("reason", sa.Text()),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_model_members_model_id", "model_members", ["model_id"])


def _create_model_replications() -> None:
    op.create_table(
        "model_replications",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("model_id", sa.String(64), sa.ForeignKey("models.id"), nullable=False),
        sa.Column("to_model_id", sa.String(64), sa.ForeignKey("models.id")),
        sa.Column("to_unit", sa.String(16), nullable=False),
        sa.Column("lead_org", sa.String(80), nullable=False),
        sa.Column("recorded_by", sa.String(80), nullable=False),
        sa.Column("adaptation", sa.Text(), nullable=False),
        sa.Column("replicated_on", sa.Date(), nullable=False),
        sa.Column("result", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("closed_on", sa.Date()),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    for column in ("model_id", "to_model_id"):
        op.create_index(f"ix_model_replications_{column}", "model_replications", [column])


def _create_model_supports() -> None:
    op.create_table(
        "model_supports",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("model_id", sa.String(64), sa.ForeignKey("models.id"), nullable=False),
        sa.Column("replication_id", sa.String(64), sa.ForeignKey("model_replications.id")),
        sa.Column("from_org", sa.String(80), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("amount_vnd", sa.BigInteger()),
        sa.Column("item", sa.String(200)),
        sa.Column("quantity", sa.String(20)),
        sa.Column("measure_unit", sa.String(40)),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    for column in ("model_id", "replication_id"):
        op.create_index(f"ix_model_supports_{column}", "model_supports", [column])


def _create_practices() -> None:
    op.create_table(
        "practices",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("path", sa.String(64), nullable=False),
        sa.Column("model_id", sa.String(64), sa.ForeignKey("models.id")),
        sa.Column("name_vi", sa.String(200), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("cost_vnd", sa.BigInteger(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("contact", sa.String(80), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("published_by", sa.String(80), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("withdrawn_on", sa.Date()),
        sa.Column("reason", sa.Text()),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    for column in ("unit_code", "model_id"):
        op.create_index(f"ix_practices_{column}", "practices", [column])


def _create_commendation_criteria() -> None:
    op.create_table(
        "commendation_criteria",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("version", sa.String(80), nullable=False),
        sa.Column("guidance_id", sa.String(64), sa.ForeignKey("guidance.id"), nullable=False),
        sa.Column("issuer_org", sa.String(80), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("criteria", sa.JSON(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("effective_on", name="commendation_criteria_once_a_day"),
    )
    op.create_index("ix_commendation_criteria_guidance_id", "commendation_criteria", ["guidance_id"])


def _create_exemplar_subjects() -> None:
    op.create_table(
        "exemplar_subjects",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("kdc_id", sa.String(16), nullable=False),
        sa.Column("name", sa.String(200)),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_exemplar_subjects_kdc_id", "exemplar_subjects", ["kdc_id"])


def _create_exemplars() -> None:
    op.create_table(
        "exemplars",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("subject_kind", sa.String(20), nullable=False),
        sa.Column("subject_ref", sa.String(64), sa.ForeignKey("exemplar_subjects.id"), nullable=False),
        sa.Column("kdc_id", sa.String(16), nullable=False),
        sa.Column("path", sa.String(64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("content_code", sa.String(8), nullable=False),
        sa.Column("achievement", sa.Text(), nullable=False),
        sa.Column("criteria_id", sa.String(64), sa.ForeignKey("commendation_criteria.id"), nullable=False),
        sa.Column("criteria_version", sa.String(80), nullable=False),
        sa.Column("criteria_met", sa.JSON(), nullable=False),
        sa.Column("nominated_by", sa.String(80), nullable=False),
        sa.Column("nominated_on", sa.Date(), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("level", sa.String(2)),
        sa.Column("minutes_ref", sa.String(80)),
        sa.Column("reviewed_by", sa.String(80)),
        sa.Column("reviewed_on", sa.Date()),
        sa.Column("decided_by", sa.String(80)),
        sa.Column("decision_no", sa.String(80)),
        sa.Column("form", sa.String(40)),
        sa.Column("decided_on", sa.Date()),
        sa.Column("occasion", sa.String(20)),
        sa.Column("occasion_ref", sa.String(80)),
        sa.Column("awarded_on", sa.Date()),
        sa.Column("rejected_on", sa.Date()),
        sa.Column("reason", sa.Text()),
        sa.Column("facts", sa.JSON()),
        sa.Column("facts_digest", sa.String(64)),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    for column in ("subject_ref", "kdc_id", "year", "criteria_id"):
        op.create_index(f"ix_exemplars_{column}", "exemplars", [column])


def _create_exemplar_secondings() -> None:
    op.create_table(
        "exemplar_secondings",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("exemplar_id", sa.String(64), sa.ForeignKey("exemplars.id"), nullable=False),
        sa.Column("body", sa.String(80), nullable=False),
        sa.Column("confirmed_on", sa.Date()),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_exemplar_secondings_exemplar_id", "exemplar_secondings", ["exemplar_id"])
