"""The tables of the feature «titles», as they were first made."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant
from shared.store import PlacePath


def create() -> None:
    """Make the tables."""
    _title_meetings()
    _titles()


def drop() -> None:
    """Undo it."""
    for table in ("titles", "title_meetings"):
        op.drop_table(table)


def _title_meetings() -> None:
    op.create_table(
        "title_meetings",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=8), nullable=False),
        sa.Column("area_code", sa.String(length=16), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("invited", sa.Integer(), nullable=False),
        sa.Column("attended", sa.Integer(), nullable=False),
        sa.Column("passed", sa.Integer(), nullable=False),
        sa.Column("ballot", sa.String(length=20), nullable=False),
        sa.Column("minutes_ref", sa.String(length=200), nullable=False),
        sa.Column("dossier_due", sa.JSON(), nullable=False),
        sa.Column("recording_body", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("dossier_no", sa.String(length=80), nullable=True),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_title_meetings_area_code"), "title_meetings", ["area_code"], unique=False)


def _titles() -> None:
    op.create_table(
        "titles",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=8), nullable=False),
        sa.Column("standard_version", sa.String(length=80), nullable=False),
        sa.Column("subject_ref", sa.String(length=64), nullable=False),
        sa.Column("area_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("registering_body", sa.String(length=80), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("self_assessment", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("meeting_id", sa.String(length=64), nullable=True),
        sa.Column("yes_votes", sa.Integer(), nullable=True),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("decision_due_on", sa.Date(), nullable=True),
        sa.Column("decision_due", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("deciding_body", sa.String(length=80), nullable=True),
        sa.Column("decision_no", sa.String(length=80), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("consecutive_years", sa.Integer(), nullable=True),
        sa.Column("last_year", sa.Integer(), nullable=True),
        sa.Column("certificate_earned", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("revoked_on", sa.Date(), nullable=True),
        sa.Column("facts", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("facts_digest", sa.String(length=64), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["title_meetings.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("title", "subject_ref", "year", name="title_once_a_year"),
    )
    op.create_index(op.f("ix_titles_area_code"), "titles", ["area_code"], unique=False)
    op.create_index(op.f("ix_titles_meeting_id"), "titles", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_titles_path"), "titles", ["path"], unique=False)
    op.create_index(op.f("ix_titles_year"), "titles", ["year"], unique=False)
