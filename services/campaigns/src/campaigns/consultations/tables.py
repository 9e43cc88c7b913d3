"""The table of consultations."""

from sqlalchemy import JSON, Column, Date, Table, Text

from campaigns.campaigns import tables as campaigns  # noqa: F401 - a consultation is about a campaign
from campaigns.common.tables import metadata
from campaigns.consultations.domain.consultation import Consultation
from shared.store import key, map_all, part_of, path, recorded_at, short_text

consultations = Table(
    "consultations",
    metadata,
    key(),
    part_of("campaign_id", "campaigns"),
    short_text("chair_body"),
    short_text("unit_code", 16, index=True),
    path(),
    Column("topics", JSON, nullable=False),
    Column("participant_bodies", JSON, nullable=False),
    Column("held_on", Date, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    short_text("minutes_ref", 200, nullable=True),
    Column("concluded_on", Date),
    Column("search", Text, nullable=False),
    recorded_at(),
)

map_all(metadata, {Consultation: consultations})
