"""The tables of the feature «exemplars», as they were first made."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant
from shared.store import PlacePath


def create() -> None:
    """Make the tables."""
    _exemplar_subjects()
    _commendation_criteria()
    _exemplars()
    _exemplar_secondings()


def drop() -> None:
    """Undo it."""
    for table in ("exemplar_secondings", "exemplars", "commendation_criteria", "exemplar_subjects"):
        op.drop_table(table)


def _exemplar_subjects() -> None:
    op.create_table(
        "exemplar_subjects",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("area_code", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_exemplar_subjects_area_code"), "exemplar_subjects", ["area_code"], unique=False)


def _commendation_criteria() -> None:
    op.create_table(
        "commendation_criteria",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.String(length=80), nullable=False),
        sa.Column("guidance_id", sa.String(length=64), nullable=False),
        sa.Column("issuing_body", sa.String(length=80), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("criteria", sa.JSON(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["guidance_id"], ["guidance.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("effective_on", name="commendation_criteria_once_a_day"),
    )
    op.create_index(
        op.f("ix_commendation_criteria_guidance_id"), "commendation_criteria", ["guidance_id"], unique=False
    )


def _exemplars() -> None:
    op.create_table(
        "exemplars",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("subject_kind", sa.String(length=20), nullable=False),
        sa.Column("subject_ref", sa.String(length=64), nullable=False),
        sa.Column("area_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("content_code", sa.String(length=8), nullable=False),
        sa.Column("achievement", sa.Text(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("criteria_id", sa.String(length=64), nullable=False),
        sa.Column("criteria_version", sa.String(length=80), nullable=False),
        sa.Column("criteria_met", sa.JSON(), nullable=False),
        sa.Column("nominating_body", sa.String(length=80), nullable=False),
        sa.Column("co_nominating_bodies", sa.JSON(), nullable=False),
        sa.Column("nominated_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("level", sa.String(length=2), nullable=True),
        sa.Column("minutes_ref", sa.String(length=200), nullable=True),
        sa.Column("reviewing_body", sa.String(length=80), nullable=True),
        sa.Column("reviewed_on", sa.Date(), nullable=True),
        sa.Column("deciding_body", sa.String(length=80), nullable=True),
        sa.Column("decision_no", sa.String(length=80), nullable=True),
        sa.Column("form", sa.String(length=40), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("occasion", sa.String(length=20), nullable=True),
        sa.Column("occasion_ref", sa.String(length=80), nullable=True),
        sa.Column("awarded_on", sa.Date(), nullable=True),
        sa.Column("rejected_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=True),
        sa.Column("facts_digest", sa.String(length=64), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["criteria_id"], ["commendation_criteria.id"]),
        sa.ForeignKeyConstraint(["subject_ref"], ["exemplar_subjects.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_exemplars_criteria_id"), "exemplars", ["criteria_id"], unique=False)
    op.create_index(op.f("ix_exemplars_path"), "exemplars", ["path"], unique=False)
    op.create_index(op.f("ix_exemplars_subject_ref"), "exemplars", ["subject_ref"], unique=False)
    op.create_index(op.f("ix_exemplars_year"), "exemplars", ["year"], unique=False)


def _exemplar_secondings() -> None:
    op.create_table(
        "exemplar_secondings",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("exemplar_id", sa.String(length=64), nullable=False),
        sa.Column("nominating_body", sa.String(length=80), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["exemplar_id"], ["exemplars.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("exemplar_id", "nominating_body", name="exemplar_seconded_once"),
    )
    op.create_index(
        op.f("ix_exemplar_secondings_exemplar_id"), "exemplar_secondings", ["exemplar_id"], unique=False
    )
