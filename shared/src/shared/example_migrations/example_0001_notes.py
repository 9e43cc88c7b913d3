"""The example's tables."""

import sqlalchemy as sa
from alembic import op

revision = "example_0001"
down_revision = None
branch_labels = ("example",)
depends_on = None


def upgrade() -> None:
    op.create_table(
        "example_written",
        sa.Column("board", sa.String(80), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("text", sa.String(200), nullable=False),
    )
    op.create_table(
        "example_heard",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("board", sa.String(80), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
    )
    op.create_index("ix_example_heard_board", "example_heard", ["board"])


def downgrade() -> None:
    op.drop_table("example_heard")
    op.drop_table("example_written")
