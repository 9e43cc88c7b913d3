"""The tables of the funds service."""

import sqlalchemy as sa
from alembic import op

from shared.store import PlacePath

revision = "funds_0001"
down_revision = None
branch_labels = ("funds",)
depends_on = None


def upgrade() -> None:
    _campaigns()
    _funds()
    _donors()
    _drives()
    _entries()
    _entry_lines()
    _pledges()
    _donations()
    _reversals()


def downgrade() -> None:
    for table in (
        "reversals",
        "donations",
        "pledges",
        "entry_lines",
        "entries",
        "drives",
        "donors",
        "funds",
        "campaigns",
    ):
        op.drop_table(table)


def _campaigns() -> None:
    op.create_table(
        "campaigns",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("name_vi", sa.String(length=400), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("end_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _funds() -> None:
    op.create_table(
        "funds",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("level", sa.String(length=2), nullable=False),
        sa.Column("unit_id", sa.String(length=24), nullable=False),
        sa.Column("unit_code", sa.String(length=16), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind", "unit_id", name="one_fund_per_kind_and_unit"),
    )


def _donors() -> None:
    op.create_table(
        "donors",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("fund_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("search", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(["fund_id"], ["funds.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_donors_fund_id"), "donors", ["fund_id"], unique=False)


def _drives() -> None:
    op.create_table(
        "drives",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("fund_id", sa.String(length=64), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("opening_body", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("search", sa.String(length=400), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("end_on", sa.Date(), nullable=False),
        sa.Column("target_vnd", sa.BigInteger(), nullable=True),
        sa.Column("coordinating_bodies", sa.JSON(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["fund_id"], ["funds.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("drives_of_campaign", "drives", ["campaign_id"], unique=False)
    op.create_index(op.f("ix_drives_fund_id"), "drives", ["fund_id"], unique=False)
    op.create_index(op.f("ix_drives_path"), "drives", ["path"], unique=False)


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("fund_id", sa.String(length=64), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=False),
        sa.Column("cause", sa.String(length=32), nullable=False),
        sa.Column("cause_id", sa.String(length=64), nullable=False),
        sa.Column("reverses", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["fund_id"], ["funds.id"]),
        sa.ForeignKeyConstraint(["reverses"], ["entries.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("reverses"),
    )
    op.create_index("entries_of_fund", "entries", ["fund_id", "id"], unique=False)
    op.create_index(op.f("ix_entries_cause_id"), "entries", ["cause_id"], unique=False)
    op.create_index(op.f("ix_entries_fund_id"), "entries", ["fund_id"], unique=False)


def _entry_lines() -> None:
    op.create_table(
        "entry_lines",
        sa.Column("entry_id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("account", sa.String(length=16), nullable=False),
        sa.Column("side", sa.String(length=6), nullable=False),
        sa.Column("amount_vnd", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"]),
        sa.PrimaryKeyConstraint("entry_id", "position"),
    )
    op.create_index(op.f("ix_entry_lines_account"), "entry_lines", ["account"], unique=False)


def _pledges() -> None:
    op.create_table(
        "pledges",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("fund_id", sa.String(length=64), nullable=False),
        sa.Column("drive_id", sa.String(length=64), nullable=False),
        sa.Column("donor_id", sa.String(length=64), nullable=True),
        sa.Column("donor_kind", sa.String(length=32), nullable=False),
        sa.Column("amount_vnd", sa.BigInteger(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("first_due_on", sa.Date(), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("registering_body", sa.String(length=80), nullable=False),
        sa.Column("restriction", sa.String(length=32), nullable=True),
        sa.Column("received_vnd", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["donor_id"], ["donors.id"]),
        sa.ForeignKeyConstraint(["drive_id"], ["drives.id"]),
        sa.ForeignKeyConstraint(["fund_id"], ["funds.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_pledges_drive_id"), "pledges", ["drive_id"], unique=False)
    op.create_index(op.f("ix_pledges_fund_id"), "pledges", ["fund_id"], unique=False)
    op.create_index("pledges_of_drive", "pledges", ["drive_id", "id"], unique=False)
    owed = sa.text("state IN ('registered', 'partly_received')")
    op.create_index("pledges_owed", "pledges", ["due_on"], sqlite_where=owed, postgresql_where=owed)


def _donations() -> None:
    op.create_table(
        "donations",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("fund_id", sa.String(length=64), nullable=False),
        sa.Column("drive_id", sa.String(length=64), nullable=False),
        sa.Column("pledge_id", sa.String(length=64), nullable=True),
        sa.Column("donor_id", sa.String(length=64), nullable=True),
        sa.Column("donor_kind", sa.String(length=32), nullable=False),
        sa.Column("minutes_ref", sa.String(length=80), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("amount_vnd", sa.BigInteger(), nullable=False),
        sa.Column("restriction", sa.String(length=32), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("received_by", sa.String(length=80), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["donor_id"], ["donors.id"]),
        sa.ForeignKeyConstraint(["drive_id"], ["drives.id"]),
        sa.ForeignKeyConstraint(["fund_id"], ["funds.id"]),
        sa.ForeignKeyConstraint(["pledge_id"], ["pledges.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("fund_id", "year", "number", name="receipt_book"),
    )
    op.create_index("donations_of_drive", "donations", ["drive_id", "id"], unique=False)
    op.create_index(op.f("ix_donations_drive_id"), "donations", ["drive_id"], unique=False)
    op.create_index(op.f("ix_donations_fund_id"), "donations", ["fund_id"], unique=False)


def _reversals() -> None:
    op.create_table(
        "reversals",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("donation_id", sa.String(length=64), nullable=False),
        sa.Column("fund_id", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("reversed_on", sa.Date(), nullable=False),
        sa.Column("reversed_by", sa.String(length=80), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["donation_id"], ["donations.id"]),
        sa.ForeignKeyConstraint(["fund_id"], ["funds.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("donation_id"),
        sa.UniqueConstraint("fund_id", "year", "number", name="reversal_book"),
    )
    op.create_index(op.f("ix_reversals_fund_id"), "reversals", ["fund_id"], unique=False)
    # ### end Alembic commands ###
