"""The tables of the feature «drives»."""

from sqlalchemy import JSON, BigInteger, Column, Date, Index, String, Table, UniqueConstraint

from funds.common.tables import metadata
from funds.drives.domain.campaign import KnownCampaign
from funds.drives.domain.drive import Drive
from funds.drives.domain.fund import Fund
from shared.store import key, map_all, part_of, path, short_text

campaigns = Table(
    "campaigns",
    metadata,
    key(),
    short_text("code"),
    short_text("name_vi", 400),
    short_text("unit_code", 16),
    Column("start_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
)

funds = Table(
    "funds",
    metadata,
    key(),
    short_text("kind", 32),
    Column("level", String(2), nullable=False),
    short_text("unit_id", 24),
    short_text("unit_code", 16),
    Column("opened_on", Date, nullable=False),
    UniqueConstraint("kind", "unit_id", name="one_fund_per_kind_and_unit"),
)

drives = Table(
    "drives",
    metadata,
    key(),
    part_of("fund_id", "funds"),
    path(),
    short_text("opening_body"),
    short_text("name", 200),
    short_text("search", 400),
    Column("campaign_id", String(64)),
    Column("opened_on", Date, nullable=False),
    Column("start_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
    Column("target_vnd", BigInteger),
    Column("coordinating_bodies", JSON, nullable=False),
    Column("closed_on", Date),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    Index("drives_of_campaign", "campaign_id"),
)

map_all(metadata, {KnownCampaign: campaigns, Fund: funds, Drive: drives})
