"""The tables of the reporting service."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant
from shared.store import PlacePath

revision = "reporting_0001"
down_revision = None
branch_labels = ("reporting",)
depends_on = None


def upgrade() -> None:
    _evidence()
    _programmes()
    _standings()
    _programme_signatures()


def downgrade() -> None:
    for table in ("programme_signatures", "standings", "programmes", "evidence"):
        op.drop_table(table)


def _evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.String(length=280), nullable=False),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.Column("event_id", sa.String(length=80), nullable=False),
        sa.Column("type", sa.String(length=160), nullable=False),
        sa.Column("duty_id", sa.String(length=20), nullable=False),
        sa.Column("duty_body", sa.String(length=80), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("answers", sa.Boolean(), nullable=False),
        sa.Column("unit_code", sa.String(length=20), nullable=True),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("evidence_by_body", "evidence", ["duty_id", "year", "duty_body"], unique=False)
    op.create_index("evidence_of_duty", "evidence", ["duty_id", "id"], unique=False)


def _programmes() -> None:
    op.create_table(
        "programmes",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("basis", sa.String(length=400), nullable=False),
        sa.Column("unit_code", sa.String(length=20), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("signatory_bodies", sa.JSON(), nullable=False),
        sa.Column("proposing_body", sa.String(length=80), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("in_force_from", sa.Date(), nullable=True),
        sa.Column("refusing_body", sa.String(length=80), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("search", sa.String(length=1000), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_programmes_path"), "programmes", ["path"], unique=False)
    op.create_index("programmes_by_number", "programmes", ["number"], unique=False)


def _standings() -> None:
    op.create_table(
        "standings",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("duty_id", sa.String(length=20), nullable=False),
        sa.Column("duty_body", sa.String(length=80), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("answers", sa.Boolean(), nullable=False),
        sa.Column("evidence", sa.Integer(), nullable=False),
        sa.Column("acted", sa.Integer(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_standings_path"), "standings", ["path"], unique=False)
    op.create_index("standings_of_body", "standings", ["duty_body"], unique=False)
    op.create_index("standings_of_duty", "standings", ["duty_id", "year"], unique=False)


def _programme_signatures() -> None:
    op.create_table(
        "programme_signatures",
        sa.Column("programme_id", sa.String(length=64), nullable=False),
        sa.Column("signing_body", sa.String(length=80), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programmes.id"]),
        sa.PrimaryKeyConstraint("programme_id", "signing_body"),
    )
    # ### end Alembic commands ###
