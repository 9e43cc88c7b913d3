"""Programmes, their signatures, evidence, and where bodies stand with duties."""

import sqlalchemy as sa
from alembic import op

revision = "reporting_0001"
down_revision = None
branch_labels = ("reporting",)
depends_on = None


def upgrade() -> None:
    _programmes()
    _evidence()
    _standings()


def downgrade() -> None:
    for table in ("standings", "evidence", "programme_signatures", "programmes"):
        op.drop_table(table)


def _programmes() -> None:
    op.create_table(
        "programmes",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("number", sa.String(80), nullable=False),
        sa.Column("title", sa.String(400), nullable=False),
        sa.Column("basis", sa.String(400), nullable=False),
        sa.Column("unit_code", sa.String(20), nullable=False),
        sa.Column("signatories", sa.JSON, nullable=False),
        sa.Column("proposed_by", sa.String(80), nullable=False),
        sa.Column("proposed_on", sa.Date, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("in_force_from", sa.Date),
        sa.Column("refused_by", sa.String(80)),
        sa.Column("reason", sa.Text),
    )
    op.create_index("programmes_by_number", "programmes", ["number"])
    op.create_table(
        "programme_signatures",
        sa.Column("programme_id", sa.String(64), sa.ForeignKey("programmes.id"), primary_key=True),
        sa.Column("body", sa.String(80), primary_key=True),
        sa.Column("signed_on", sa.Date, nullable=False),
    )


def _evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.String(280), primary_key=True),
        sa.Column("source", sa.String(80), nullable=False),
        sa.Column("event_id", sa.String(80), nullable=False),
        sa.Column("type", sa.String(160), nullable=False),
        sa.Column("duty_id", sa.String(20), nullable=False),
        sa.Column("body", sa.String(80), nullable=False),
        sa.Column("part", sa.String(20), nullable=False),
        sa.Column("answers", sa.Boolean, nullable=False),
        sa.Column("unit_code", sa.String(20)),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("occurred_on", sa.Date, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("evidence_of_duty", "evidence", ["duty_id", "id"])
    op.create_index("evidence_by_body", "evidence", ["duty_id", "year", "body"])


def _standings() -> None:
    op.create_table(
        "standings",
        sa.Column("id", sa.String(120), primary_key=True),
        sa.Column("duty_id", sa.String(20), nullable=False),
        sa.Column("body", sa.String(80), nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("answers", sa.Boolean, nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("evidence", sa.Integer, nullable=False),
        sa.Column("acted", sa.Integer, nullable=False),
        sa.Column("first_on", sa.Date),
        sa.Column("last_on", sa.Date),
        sa.Column("done_on", sa.Date),
    )
    op.create_index("standings_of_duty", "standings", ["duty_id", "year"])
    op.create_index("standings_of_body", "standings", ["body"])
