"""Tables of the room «register»."""

import sqlalchemy as sa
from alembic import op

revision = "campaigns_0010"
down_revision = "campaigns_0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_household_heads()
    _create_household_imports()
    _create_household_import_portions()
    _create_household_import_faults()


def downgrade() -> None:
    op.drop_table("household_import_faults")
    op.drop_table("household_import_portions")
    op.drop_table("household_imports")
    op.drop_table("household_heads")


def _create_household_heads() -> None:
    op.create_table(
        "household_heads",
        sa.Column("household_ref", sa.String(64), sa.ForeignKey("households.id"), primary_key=True),
        sa.Column("head_name", sa.String(100), nullable=False),
        sa.Column("members", sa.Integer),
        sa.Column("import_id", sa.String(64), nullable=False),
    )


def _create_household_imports() -> None:
    op.create_table(
        "household_imports",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("path", sa.String(64), nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("uploaded_by", sa.String(80), nullable=False),
        sa.Column("uploaded_on", sa.Date, nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("errors", sa.Integer, nullable=False),
        sa.Column("imported", sa.Integer, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_household_imports_unit_code", "household_imports", ["unit_code"])


def _create_household_import_portions() -> None:
    op.create_table(
        "household_import_portions",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("import_id", sa.String(64), sa.ForeignKey("household_imports.id"), nullable=False),
        sa.Column("first_row", sa.Integer, nullable=False),
        sa.Column("rows", sa.JSON, nullable=False),
    )
    op.create_index("ix_household_import_portions_import_id", "household_import_portions", ["import_id"])


def _create_household_import_faults() -> None:
    op.create_table(
        "household_import_faults",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("import_id", sa.String(64), sa.ForeignKey("household_imports.id"), nullable=False),
        sa.Column("row", sa.Integer, nullable=False),
        sa.Column("column", sa.String(40), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("rule", sa.String(40), nullable=False),
        sa.Column("vi", sa.Text, nullable=False),
        sa.Column("en", sa.Text, nullable=False),
    )
    op.create_index("ix_household_import_faults_import_id", "household_import_faults", ["import_id"])
