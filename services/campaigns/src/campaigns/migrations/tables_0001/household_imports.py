"""The tables of the feature «household_imports», as they were first made."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant
from shared.store import PlacePath


def create() -> None:
    """Make the tables."""
    _household_imports()
    _household_heads()
    _household_import_faults()
    _household_uploads()


def drop() -> None:
    """Undo it."""
    for table in (
        "household_uploads",
        "household_import_faults",
        "household_heads",
        "household_imports",
    ):
        op.drop_table(table)


def _household_imports() -> None:
    op.create_table(
        "household_imports",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("format", sa.String(length=8), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("uploading_body", sa.String(length=80), nullable=False),
        sa.Column("uploaded_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("errors", sa.Integer(), nullable=False),
        sa.Column("imported", sa.Integer(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_household_imports_path"), "household_imports", ["path"], unique=False)
    op.create_index(op.f("ix_household_imports_unit_code"), "household_imports", ["unit_code"], unique=False)


def _household_heads() -> None:
    op.create_table(
        "household_heads",
        sa.Column("household_ref", sa.String(length=64), nullable=False),
        sa.Column("head_name", sa.String(length=100), nullable=False),
        sa.Column("search", sa.String(length=200), nullable=False),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("import_id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["household_ref"], ["households.id"]),
        sa.PrimaryKeyConstraint("household_ref"),
    )


def _household_import_faults() -> None:
    op.create_table(
        "household_import_faults",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("import_id", sa.String(length=64), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("column", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("vi", sa.Text(), nullable=False),
        sa.Column("en", sa.Text(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["import_id"], ["household_imports.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_household_import_faults_import_id"), "household_import_faults", ["import_id"], unique=False
    )


def _household_uploads() -> None:
    op.create_table(
        "household_uploads",
        sa.Column("import_id", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["import_id"], ["household_imports.id"]),
        sa.PrimaryKeyConstraint("import_id"),
    )
