"""The tables of the feature «assignments», as they were first made."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant
from shared.store import PlacePath


def create() -> None:
    """Make the tables."""
    _assignments()
    _assignment_progress()


def drop() -> None:
    """Undo it."""
    for table in ("assignment_progress", "assignments"):
        op.drop_table(table)


def _assignments() -> None:
    op.create_table(
        "assignments",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("consultation_id", sa.String(length=64), nullable=False),
        sa.Column("assignee_body", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("content_code", sa.String(length=8), nullable=True),
        sa.Column("duty_id", sa.String(length=20), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("first_due_on", sa.Date(), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("root_id", sa.String(length=64), nullable=False),
        sa.Column("parent_id", sa.String(length=64), nullable=True),
        sa.Column("proposing_body", sa.String(length=80), nullable=False),
        sa.Column("replaces_id", sa.String(length=64), nullable=True),
        sa.Column("replaced_by_id", sa.String(length=64), nullable=True),
        sa.Column("minutes_ref", sa.String(length=200), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("achieved", sa.Integer(), nullable=True),
        sa.Column("planned", sa.Integer(), nullable=True),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["consultation_id"], ["consultations.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_assignments_assignee_body"), "assignments", ["assignee_body"], unique=False)
    op.create_index(op.f("ix_assignments_consultation_id"), "assignments", ["consultation_id"], unique=False)
    op.create_index(op.f("ix_assignments_parent_id"), "assignments", ["parent_id"], unique=False)
    op.create_index(op.f("ix_assignments_path"), "assignments", ["path"], unique=False)
    op.create_index(op.f("ix_assignments_proposing_body"), "assignments", ["proposing_body"], unique=False)
    op.create_index(op.f("ix_assignments_root_id"), "assignments", ["root_id"], unique=False)
    op.create_index("ix_assignments_shares", "assignments", ["parent_id", "assignee_body"], unique=False)
    op.create_index(op.f("ix_assignments_unit_code"), "assignments", ["unit_code"], unique=False)


def _assignment_progress() -> None:
    op.create_table(
        "assignment_progress",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("assignment_id", sa.String(length=64), nullable=False),
        sa.Column("reporting_body", sa.String(length=80), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("achieved", sa.Integer(), nullable=True),
        sa.Column("planned", sa.Integer(), nullable=True),
        sa.Column("final", sa.Boolean(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["assignment_id"], ["assignments.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_assignment_progress_assignment_id"), "assignment_progress", ["assignment_id"], unique=False
    )
