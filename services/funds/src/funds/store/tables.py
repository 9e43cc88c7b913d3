"""The tables of the funds service, and which class of the domain each one holds."""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    inspect,
)
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.orm import registry, relationship

from funds.domain.campaign import KnownCampaign
from funds.domain.donation import Donation, Reversal
from funds.domain.donor import Donor
from funds.domain.drive import Drive
from funds.domain.fund import Fund
from funds.domain.ledger import Entry, Line
from funds.domain.pledge import Pledge

metadata = MetaData()
mappers = registry(metadata=metadata)
ID = String(64)
CODE = String(16)
BODY = String(80)
KIND = String(32)

campaigns = Table(
    "campaigns",
    metadata,
    Column("id", ID, primary_key=True),
    Column("code", String(80), nullable=False),
    Column("name_vi", String(400), nullable=False),
    Column("unit_code", CODE, nullable=False),
    Column("start_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
)

funds = Table(
    "funds",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kind", KIND, nullable=False),
    Column("level", String(1), nullable=False),
    Column("unit_id", String(24), nullable=False),
    Column("unit_code", CODE, nullable=False),
    Column("opened_on", Date, nullable=False),
    UniqueConstraint("kind", "unit_id", name="one_fund_per_kind_and_unit"),
)

drives = Table(
    "drives",
    metadata,
    Column("id", ID, primary_key=True),
    Column("fund_id", ID, ForeignKey("funds.id"), nullable=False),
    Column("unit_path", String(80), nullable=False),
    Column("name", String(200), nullable=False),
    Column("campaign_id", ID),
    Column("start_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
    Column("target_vnd", BigInteger),
    Column("coord_orgs", JSON, nullable=False),
    Column("closed_on", Date),
    Index("drives_of_campaign", "campaign_id"),
)

donors = Table(
    "donors",
    metadata,
    Column("id", ID, primary_key=True),
    Column("fund_id", ID, ForeignKey("funds.id"), nullable=False),
    Column("kind", KIND, nullable=False),
    Column("name", String(200), nullable=False),
)

pledges = Table(
    "pledges",
    metadata,
    Column("id", ID, primary_key=True),
    Column("fund_id", ID, ForeignKey("funds.id"), nullable=False),
    Column("drive_id", ID, ForeignKey("drives.id"), nullable=False),
    Column("donor_id", ID, ForeignKey("donors.id")),
    Column("donor_kind", KIND, nullable=False),
    Column("amount_vnd", BigInteger, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("registered_on", Date, nullable=False),
    Column("restriction", KIND),
    Column("received_vnd", BigInteger, nullable=False),
    Index("pledges_of_drive", "drive_id", "id"),
)

donations = Table(
    "donations",
    metadata,
    Column("id", ID, primary_key=True),
    Column("fund_id", ID, ForeignKey("funds.id"), nullable=False),
    Column("drive_id", ID, ForeignKey("drives.id"), nullable=False),
    Column("pledge_id", ID, ForeignKey("pledges.id")),
    Column("donor_id", ID, ForeignKey("donors.id")),
    Column("donor_kind", KIND, nullable=False),
    Column("minutes_ref", String(80)),
    Column("kind", KIND, nullable=False),
    Column("amount_vnd", BigInteger, nullable=False),
    Column("restriction", KIND),
    Column("received_on", Date, nullable=False),
    Column("received_by", BODY, nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("state", KIND, nullable=False),
    UniqueConstraint("fund_id", "year", "number", name="receipt_book"),
    Index("donations_of_drive", "drive_id", "id"),
)

reversals = Table(
    "reversals",
    metadata,
    Column("id", ID, primary_key=True),
    Column("donation_id", ID, ForeignKey("donations.id"), nullable=False, unique=True),
    Column("fund_id", ID, ForeignKey("funds.id"), nullable=False),
    Column("reason", KIND, nullable=False),
    Column("note", String(500), nullable=False),
    Column("reversed_on", Date, nullable=False),
    Column("reversed_by", BODY, nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    UniqueConstraint("fund_id", "year", "number", name="reversal_book"),
)

entries = Table(
    "entries",
    metadata,
    Column("id", ID, primary_key=True),
    Column("fund_id", ID, ForeignKey("funds.id"), nullable=False),
    Column("posted_on", Date, nullable=False),
    Column("cause", KIND, nullable=False),
    Column("cause_id", ID, nullable=False),
    Column("reverses", ID, ForeignKey("entries.id"), unique=True),
    Index("entries_of_fund", "fund_id", "id"),
    Index("entries_of_cause", "cause_id"),
)

entry_lines = Table(
    "entry_lines",
    metadata,
    Column("entry_id", ID, ForeignKey("entries.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("account", CODE, nullable=False),
    Column("side", String(6), nullable=False),
    Column("amount_vnd", BigInteger, nullable=False),
    Index("lines_of_account", "account"),
)


def map_once(model: type[Any], table: Table, **properties: Any) -> None:
    """Map a class of the domain to its table, unless an earlier import has done so."""
    if inspect(model, raiseerr=False) is None:
        mappers.map_imperatively(model, table, properties=properties)


map_once(KnownCampaign, campaigns)
map_once(Fund, funds)
map_once(Drive, drives)
map_once(Donor, donors)
map_once(Pledge, pledges)
map_once(Donation, donations)
map_once(Reversal, reversals)
map_once(Line, entry_lines)
map_once(
    Entry,
    entries,
    lines=relationship(
        Line,
        order_by=entry_lines.c.position,
        collection_class=ordering_list("position"),
        cascade="all, delete-orphan",
        lazy="selectin",
    ),
)
