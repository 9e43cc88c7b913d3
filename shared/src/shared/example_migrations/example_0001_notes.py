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
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("board", sa.String(80), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("text", sa.String(200), nullable=False),
        sa.Column("body", sa.String(80), nullable=False),
        sa.Column("written_on", sa.Date, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("stands_since", sa.Date, nullable=False),
    )
    op.create_index("ix_example_written_board", "example_written", ["board"])
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
