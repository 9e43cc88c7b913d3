"""The tables of the feature «donations»."""

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from funds.common.tables import metadata
from funds.donations.domain.donation import Donation, Reversal
from shared.store import key, map_all, part_of, short_text

donations = Table(
    "donations",
    metadata,
    key(),
    part_of("fund_id", "funds"),
    part_of("drive_id", "drives"),
    Column("pledge_id", ForeignKey("pledges.id")),
    Column("donor_id", ForeignKey("donors.id")),
    short_text("donor_kind", 32),
    short_text("minutes_ref", nullable=True),
    short_text("kind", 32),
    Column("amount_vnd", BigInteger, nullable=False),
    short_text("restriction", 32, nullable=True),
    Column("received_on", Date, nullable=False),
    short_text("received_by"),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    UniqueConstraint("fund_id", "year", "number", name="receipt_book"),
    Index("donations_of_drive", "drive_id", "id"),
)

reversals = Table(
    "reversals",
    metadata,
    key(),
    Column("donation_id", ForeignKey("donations.id"), nullable=False, unique=True),
    part_of("fund_id", "funds"),
    short_text("reason", 32),
    Column("note", String(500), nullable=False),
    Column("reversed_on", Date, nullable=False),
    short_text("reversed_by"),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    UniqueConstraint("fund_id", "year", "number", name="reversal_book"),
)

map_all(metadata, {Donation: donations, Reversal: reversals})
