"""The tables of the feature «outreach», as they were first made."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant
from shared.store import PlacePath


def create() -> None:
    """Make the tables."""
    _training_plans()
    _outreach()
    _outreach_guests()


def drop() -> None:
    """Undo it."""
    for table in ("outreach_guests", "outreach", "training_plans"):
        op.drop_table(table)


def _training_plans() -> None:
    op.create_table(
        "training_plans",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("owner_body", sa.String(length=80), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _outreach() -> None:
    op.create_table(
        "outreach",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("linked_programme", sa.String(length=16), nullable=True),
        sa.Column("content_codes", sa.JSON(), nullable=False),
        sa.Column("movement_code", sa.String(length=16), nullable=True),
        sa.Column("holder_body", sa.String(length=80), nullable=False),
        sa.Column("invited_bodies", sa.JSON(), nullable=False),
        sa.Column("plan_id", sa.String(length=64), nullable=True),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("participants", sa.Integer(), nullable=True),
        sa.Column("enrolled", sa.Integer(), nullable=True),
        sa.Column("duration_minutes", sa.Integer(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["training_plans.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_outreach_kind"), "outreach", ["kind"], unique=False)
    op.create_index(op.f("ix_outreach_path"), "outreach", ["path"], unique=False)
    op.create_index(op.f("ix_outreach_plan_id"), "outreach", ["plan_id"], unique=False)


def _outreach_guests() -> None:
    op.create_table(
        "outreach_guests",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("outreach_id", sa.String(length=64), nullable=False),
        sa.Column("invited_body", sa.String(length=80), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["outreach_id"], ["outreach.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("outreach_id", "invited_body", name="outreach_guest_once"),
    )
    op.create_index(op.f("ix_outreach_guests_outreach_id"), "outreach_guests", ["outreach_id"], unique=False)
