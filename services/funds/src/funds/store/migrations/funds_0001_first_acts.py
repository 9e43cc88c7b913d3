"""Funds, drives, donors, pledges, donations, reversals, the ledger, and the campaigns heard of."""

import sqlalchemy as sa
from alembic import op

revision = "funds_0001"
down_revision = None
branch_labels = ("funds",)
depends_on = None


def upgrade() -> None:
    _campaigns_and_funds()
    _drives_and_donors()
    _pledges()
    _donations()
    _reversals()
    _ledger()


def downgrade() -> None:
    for table in (
        "entry_lines",
        "entries",
        "reversals",
        "donations",
        "pledges",
        "donors",
        "drives",
        "funds",
        "campaigns",
    ):
        op.drop_table(table)


def _campaigns_and_funds() -> None:
    op.create_table(
        "campaigns",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("code", sa.String(80), nullable=False),
        sa.Column("name_vi", sa.String(400), nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("start_on", sa.Date, nullable=False),
        sa.Column("end_on", sa.Date, nullable=False),
    )
    op.create_table(
        "funds",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("level", sa.String(1), nullable=False),
        sa.Column("unit_id", sa.String(24), nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("opened_on", sa.Date, nullable=False),
        sa.UniqueConstraint("kind", "unit_id", name="one_fund_per_kind_and_unit"),
    )


def _drives_and_donors() -> None:
    op.create_table(
        "drives",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("fund_id", sa.String(64), sa.ForeignKey("funds.id"), nullable=False),
        sa.Column("unit_path", sa.String(80), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("campaign_id", sa.String(64)),
        sa.Column("start_on", sa.Date, nullable=False),
        sa.Column("end_on", sa.Date, nullable=False),
        sa.Column("target_vnd", sa.BigInteger),
        sa.Column("coord_orgs", sa.JSON, nullable=False),
        sa.Column("closed_on", sa.Date),
    )
    op.create_index("drives_of_campaign", "drives", ["campaign_id"])
    op.create_table(
        "donors",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("fund_id", sa.String(64), sa.ForeignKey("funds.id"), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
    )


def _pledges() -> None:
    op.create_table(
        "pledges",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("fund_id", sa.String(64), sa.ForeignKey("funds.id"), nullable=False),
        sa.Column("drive_id", sa.String(64), sa.ForeignKey("drives.id"), nullable=False),
        sa.Column("donor_id", sa.String(64), sa.ForeignKey("donors.id")),
        sa.Column("donor_kind", sa.String(32), nullable=False),
        sa.Column("amount_vnd", sa.BigInteger, nullable=False),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("registered_on", sa.Date, nullable=False),
        sa.Column("restriction", sa.String(32)),
        sa.Column("received_vnd", sa.BigInteger, nullable=False),
    )
    op.create_index("pledges_of_drive", "pledges", ["drive_id", "id"])


def _donations() -> None:
    op.create_table(
        "donations",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("fund_id", sa.String(64), sa.ForeignKey("funds.id"), nullable=False),
        sa.Column("drive_id", sa.String(64), sa.ForeignKey("drives.id"), nullable=False),
        sa.Column("pledge_id", sa.String(64), sa.ForeignKey("pledges.id")),
        sa.Column("donor_id", sa.String(64), sa.ForeignKey("donors.id")),
        sa.Column("donor_kind", sa.String(32), nullable=False),
        sa.Column("minutes_ref", sa.String(80)),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("amount_vnd", sa.BigInteger, nullable=False),
        sa.Column("restriction", sa.String(32)),
        sa.Column("received_on", sa.Date, nullable=False),
        sa.Column("received_by", sa.String(80), nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.UniqueConstraint("fund_id", "year", "number", name="receipt_book"),
    )
    op.create_index("donations_of_drive", "donations", ["drive_id", "id"])


def _reversals() -> None:
    op.create_table(
        "reversals",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("donation_id", sa.String(64), sa.ForeignKey("donations.id"), nullable=False, unique=True),
        sa.Column("fund_id", sa.String(64), sa.ForeignKey("funds.id"), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("note", sa.String(500), nullable=False),
        sa.Column("reversed_on", sa.Date, nullable=False),
        sa.Column("reversed_by", sa.String(80), nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.UniqueConstraint("fund_id", "year", "number", name="reversal_book"),
    )


def _ledger() -> None:
    op.create_table(
        "entries",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("fund_id", sa.String(64), sa.ForeignKey("funds.id"), nullable=False),
        sa.Column("posted_on", sa.Date, nullable=False),
        sa.Column("cause", sa.String(32), nullable=False),
        sa.Column("cause_id", sa.String(64), nullable=False),
        sa.Column("reverses", sa.String(64), sa.ForeignKey("entries.id"), unique=True),
    )
    op.create_index("entries_of_fund", "entries", ["fund_id", "id"])
    op.create_index("entries_of_cause", "entries", ["cause_id"])
    op.create_table(
        "entry_lines",
        sa.Column("entry_id", sa.String(64), sa.ForeignKey("entries.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("account", sa.String(16), nullable=False),
        sa.Column("side", sa.String(6), nullable=False),
        sa.Column("amount_vnd", sa.BigInteger, nullable=False),
    )
    op.create_index("lines_of_account", "entry_lines", ["account"])
