"""The tables of households and their registrations."""

from sqlalchemy import JSON, Column, Date, Index, Integer, Table, Text, UniqueConstraint

from campaigns.campaigns import tables as campaigns  # noqa: F401 - registrations refer to campaigns
from campaigns.common.tables import metadata
from campaigns.households.domain.registration import Household, Registration
from shared.store import key, map_all, part_of, path, recorded_at, short_text

households = Table(
    "households",
    metadata,
    key(),
    short_text("area_code", 16),
    Column("list_number", Integer, nullable=False),
    UniqueConstraint("area_code", "list_number", name="household_once"),
)

registrations = Table(
    "household_registrations",
    metadata,
    key(),
    part_of("household_ref", "households"),
    short_text("area_code", 16, index=True),
    path(),
    part_of("campaign_id", "campaigns"),
    Column("year", Integer, nullable=False),
    Column("content_codes", JSON, nullable=False),
    short_text("registering_body"),
    Column("registered_on", Date, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    recorded_at(),
    Column("kept_codes", JSON(none_as_null=True)),
    Column("assessed_on", Date),
    Column("settled_on", Date),
    short_text("minutes_ref", 200, nullable=True),
    Column("reason", Text),
    UniqueConstraint("household_ref", "year", name="registration_once_a_year"),
    Index("ix_household_registrations_place", "year", "area_code", "path", "registered_on"),
)

map_all(metadata, {Household: households, Registration: registrations})
