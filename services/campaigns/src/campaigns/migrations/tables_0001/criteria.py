"""The tables of the feature «criteria», as they were first made."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Make the tables."""
    _promulgated_criteria()


def drop() -> None:
    """Undo it."""
    for table in ("promulgated_criteria",):
        op.drop_table(table)


def _promulgated_criteria() -> None:
    op.create_table(
        "promulgated_criteria",
        sa.Column("draft_id", sa.String(length=64), nullable=False),
        sa.Column("standard", sa.String(length=8), nullable=False),
        sa.Column("doc_number", sa.String(length=80), nullable=False),
        sa.Column("drafting_body", sa.String(length=80), nullable=False),
        sa.Column("promulgated_on", sa.Date(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("criteria", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("draft_id"),
    )
    op.create_index(
        op.f("ix_promulgated_criteria_standard"), "promulgated_criteria", ["standard"], unique=False
    )
