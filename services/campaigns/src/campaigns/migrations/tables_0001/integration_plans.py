"""The tables of the feature «integration_plans», as they were first made."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant
from shared.store import PlacePath


def create() -> None:
    """Make the tables."""
    _integration_plans()
    _integration_activities()


def drop() -> None:
    """Undo it."""
    for table in ("integration_activities", "integration_plans"):
        op.drop_table(table)


def _integration_plans() -> None:
    op.create_table(
        "integration_plans",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("movement_code", sa.String(length=12), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("end_on", sa.Date(), nullable=False),
        sa.Column("advising_body", sa.String(length=80), nullable=False),
        sa.Column("advised_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("deciding_body", sa.String(length=80), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("guidance_id", sa.String(length=64), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_integration_plans_advising_body"), "integration_plans", ["advising_body"], unique=False
    )
    op.create_index(op.f("ix_integration_plans_path"), "integration_plans", ["path"], unique=False)


def _integration_activities() -> None:
    op.create_table(
        "integration_activities",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("plan_id", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("content_codes", sa.JSON(), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("lead_body", sa.String(length=80), nullable=False),
        sa.Column("coordinating_bodies", sa.JSON(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("end_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["integration_plans.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_integration_activities_path"), "integration_activities", ["path"], unique=False)
    op.create_index(
        op.f("ix_integration_activities_plan_id"), "integration_activities", ["plan_id"], unique=False
    )
