"""The tables of campaigns and of the drives that support them."""

from sqlalchemy import JSON, BigInteger, Column, Date, Table, Text, UniqueConstraint

from campaigns.campaigns.domain.campaign import Campaign, Drive
from campaigns.common.tables import metadata
from shared.store import key, map_all, part_of, path, recorded_at, short_text

campaigns = Table(
    "campaigns",
    metadata,
    key(),
    short_text("code", 40),
    short_text("name_vi", 200),
    short_text("unit_code", 16, index=True),
    path(),
    short_text("launching_body"),
    Column("launched_on", Date, nullable=False),
    Column("start_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
    Column("content_codes", JSON, nullable=False),
    Column("movement_codes", JSON, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    Column("search", Text, nullable=False),
    recorded_at(),
    UniqueConstraint("unit_code", "code", name="campaign_code_once"),
)

drives = Table(
    "campaign_drives",
    metadata,
    key(),
    part_of("campaign_id", "campaigns"),
    short_text("fund_id", 64),
    short_text("unit_code", 16),
    Column("start_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
    Column("target_vnd", BigInteger),
)

map_all(metadata, {Campaign: campaigns, Drive: drives})
