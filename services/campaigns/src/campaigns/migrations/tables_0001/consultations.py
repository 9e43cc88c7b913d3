"""The tables of the feature «consultations», as they were first made."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant
from shared.store import PlacePath


def create() -> None:
    """Make the tables."""
    _consultations()


def drop() -> None:
    """Undo it."""
    for table in ("consultations",):
        op.drop_table(table)


def _consultations() -> None:
    op.create_table(
        "consultations",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("chair_body", sa.String(length=80), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("participant_bodies", sa.JSON(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("minutes_ref", sa.String(length=200), nullable=True),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_consultations_campaign_id"), "consultations", ["campaign_id"], unique=False)
    op.create_index(op.f("ix_consultations_path"), "consultations", ["path"], unique=False)
    op.create_index(op.f("ix_consultations_unit_code"), "consultations", ["unit_code"], unique=False)
