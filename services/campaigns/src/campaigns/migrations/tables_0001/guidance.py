"""The tables of the feature «guidance», as they were first made."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant
from shared.store import PlacePath


def create() -> None:
    """Make the tables."""
    _guidance()
    _guidance_receipts()
    _village_conventions()


def drop() -> None:
    """Undo it."""
    for table in ("village_conventions", "guidance_receipts", "guidance"):
        op.drop_table(table)


def _guidance() -> None:
    op.create_table(
        "guidance",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("doc_number", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("issuing_body", sa.String(length=80), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("audience_levels", sa.JSON(), nullable=False),
        sa.Column("movement_code", sa.String(length=12), nullable=True),
        sa.Column("copies", sa.Integer(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("replaces_id", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("content_kind", sa.String(length=20), nullable=True),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("coordinating_bodies", sa.JSON(), nullable=False),
        sa.Column("addressee_agencies", sa.JSON(), nullable=False),
        sa.Column("replaced_by_id", sa.String(length=64), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("search", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["replaces_id"], ["guidance.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("issuing_body", "doc_number", name="guidance_number_once"),
    )
    op.create_index(op.f("ix_guidance_issuing_body"), "guidance", ["issuing_body"], unique=False)
    op.create_index(op.f("ix_guidance_path"), "guidance", ["path"], unique=False)


def _guidance_receipts() -> None:
    op.create_table(
        "guidance_receipts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("guidance_id", sa.String(length=64), nullable=False),
        sa.Column("reading_body", sa.String(length=80), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["guidance_id"], ["guidance.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("guidance_id", "reading_body", name="receipt_once"),
    )
    op.create_index(
        op.f("ix_guidance_receipts_guidance_id"), "guidance_receipts", ["guidance_id"], unique=False
    )


def _village_conventions() -> None:
    op.create_table(
        "village_conventions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("guidance_id", sa.String(length=64), nullable=False),
        sa.Column("area_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("text_ref", sa.String(length=500), nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=False),
        sa.Column("approving_body", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["guidance_id"], ["guidance.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_village_conventions_area_code"), "village_conventions", ["area_code"], unique=False
    )
    op.create_index(
        op.f("ix_village_conventions_guidance_id"), "village_conventions", ["guidance_id"], unique=False
    )
    op.create_index(op.f("ix_village_conventions_path"), "village_conventions", ["path"], unique=False)
