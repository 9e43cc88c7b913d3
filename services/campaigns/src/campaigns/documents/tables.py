"""The tables of the room «documents»; a document itself lies in the core's."""

from sqlalchemy import Column, Date, Table

from campaigns.documents.domain.convention import VillageConvention
from campaigns.store.columns import key, map_all, metadata, part_of, short_text

conventions = Table(
    "village_conventions",
    metadata,
    key(),
    part_of("guidance_id", "guidance"),
    short_text("kdc_id", 16, index=True),
    short_text("path", 64),
    short_text("text_ref", 500),
    Column("approved_on", Date, nullable=False),
    short_text("approved_by"),
)

map_all({VillageConvention: conventions})
