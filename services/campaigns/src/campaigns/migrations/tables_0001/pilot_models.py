"""The tables of the feature «pilot_models», as they were first made."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant
from shared.store import PlacePath


def create() -> None:
    """Make the tables."""
    _pilot_models()
    _model_members()
    _model_replications()
    _practices()
    _model_supports()


def drop() -> None:
    """Undo it."""
    for table in ("model_supports", "practices", "model_replications", "model_members", "pilot_models"):
        op.drop_table(table)


def _pilot_models() -> None:
    op.create_table(
        "pilot_models",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("type", sa.String(length=8), nullable=False),
        sa.Column("subject_kind", sa.String(length=20), nullable=False),
        sa.Column("subject_ref", sa.String(length=64), nullable=True),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("name_vi", sa.String(length=200), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("chair_body", sa.String(length=80), nullable=False),
        sa.Column("chair_level", sa.String(length=2), nullable=False),
        sa.Column("invited_bodies", sa.JSON(), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("evaluation", sa.JSON(), nullable=True),
        sa.Column("evaluated_on", sa.Date(), nullable=True),
        sa.Column("recognising_body", sa.String(length=80), nullable=True),
        sa.Column("decision_no", sa.String(length=80), nullable=True),
        sa.Column("recognised_on", sa.Date(), nullable=True),
        sa.Column("replicated_on", sa.Date(), nullable=True),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=True),
        sa.Column("facts_digest", sa.String(length=64), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_pilot_models_path"), "pilot_models", ["path"], unique=False)


def _model_members() -> None:
    op.create_table(
        "model_members",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("model_id", sa.String(length=64), nullable=False),
        sa.Column("member_body", sa.String(length=80), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("functions", sa.JSON(), nullable=False),
        sa.Column("invited_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["model_id"], ["pilot_models.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_model_members_model_id"), "model_members", ["model_id"], unique=False)


def _model_replications() -> None:
    op.create_table(
        "model_replications",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("model_id", sa.String(length=64), nullable=False),
        sa.Column("to_model_id", sa.String(length=64), nullable=True),
        sa.Column("to_unit", sa.String(length=16), nullable=False),
        sa.Column("lead_body", sa.String(length=80), nullable=False),
        sa.Column("recording_body", sa.String(length=80), nullable=False),
        sa.Column("adaptation", sa.Text(), nullable=False),
        sa.Column("replicated_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["model_id"], ["pilot_models.id"]),
        sa.ForeignKeyConstraint(["to_model_id"], ["pilot_models.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_model_replications_model_id"), "model_replications", ["model_id"], unique=False)
    op.create_index(
        op.f("ix_model_replications_to_model_id"), "model_replications", ["to_model_id"], unique=False
    )


def _practices() -> None:
    op.create_table(
        "practices",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("model_id", sa.String(length=64), nullable=True),
        sa.Column("name_vi", sa.String(length=200), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("cost_vnd", sa.BigInteger(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("contact_body", sa.String(length=80), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("publishing_body", sa.String(length=80), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["model_id"], ["pilot_models.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_practices_model_id"), "practices", ["model_id"], unique=False)
    op.create_index(op.f("ix_practices_path"), "practices", ["path"], unique=False)


def _model_supports() -> None:
    op.create_table(
        "model_supports",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("model_id", sa.String(length=64), nullable=False),
        sa.Column("replication_id", sa.String(length=64), nullable=True),
        sa.Column("supporting_body", sa.String(length=80), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("amount_vnd", sa.BigInteger(), nullable=True),
        sa.Column("item", sa.String(length=200), nullable=True),
        sa.Column("quantity", sa.String(length=20), nullable=True),
        sa.Column("measure_unit", sa.String(length=40), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["model_id"], ["pilot_models.id"]),
        sa.ForeignKeyConstraint(["replication_id"], ["model_replications.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_model_supports_model_id"), "model_supports", ["model_id"], unique=False)
    op.create_index(
        op.f("ix_model_supports_replication_id"), "model_supports", ["replication_id"], unique=False
    )
