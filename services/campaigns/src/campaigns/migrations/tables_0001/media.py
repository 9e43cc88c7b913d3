"""The tables of the feature «media», as they were first made."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant


def create() -> None:
    """Make the tables."""
    _media_items()


def drop() -> None:
    """Undo it."""
    for table in ("media_items",):
        op.drop_table(table)


def _media_items() -> None:
    op.create_table(
        "media_items",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("guidance_id", sa.String(length=64), nullable=False),
        sa.Column("outlet_body", sa.String(length=80), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("topic", sa.String(length=8), nullable=False),
        sa.Column("format", sa.String(length=8), nullable=False),
        sa.Column("title_vi", sa.String(length=200), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("words", sa.Integer(), nullable=True),
        sa.Column("exemplar_id", sa.String(length=64), nullable=True),
        sa.Column("model_id", sa.String(length=64), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["exemplar_id"], ["exemplars.id"]),
        sa.ForeignKeyConstraint(["guidance_id"], ["guidance.id"]),
        sa.ForeignKeyConstraint(["model_id"], ["pilot_models.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_media_items_exemplar_id"), "media_items", ["exemplar_id"], unique=False)
    op.create_index(op.f("ix_media_items_guidance_id"), "media_items", ["guidance_id"], unique=False)
    op.create_index(op.f("ix_media_items_model_id"), "media_items", ["model_id"], unique=False)
    op.create_index(op.f("ix_media_items_outlet_body"), "media_items", ["outlet_body"], unique=False)
    op.create_index(op.f("ix_media_items_published_on"), "media_items", ["published_on"], unique=False)
    # ### end Alembic commands ###
