"""The tables of guiding documents, of those who have read them, and of village conventions."""

from sqlalchemy import JSON, Column, Date, ForeignKey, Integer, Table, Text, UniqueConstraint

from campaigns.common.tables import metadata
from campaigns.guidance.domain.convention import VillageConvention
from campaigns.guidance.domain.guidance import Guidance, Receipt
from shared.store import key, map_all, part_of, path, recorded_at, short_text

guidance = Table(
    "guidance",
    metadata,
    key(),
    short_text("kind", 20),
    short_text("doc_number"),
    short_text("title", 200),
    short_text("issuing_body", index=True),
    short_text("unit_code", 16),
    path(),
    Column("audience_levels", JSON, nullable=False),
    short_text("movement_code", 12, nullable=True),
    Column("copies", Integer),
    Column("issued_on", Date, nullable=False),
    Column("effective_on", Date, nullable=False),
    Column("replaces_id", ForeignKey("guidance.id")),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    recorded_at(),
    short_text("content_kind", 20, nullable=True),
    Column("content", JSON(none_as_null=True)),
    Column("coordinating_bodies", JSON, nullable=False),
    Column("addressee_agencies", JSON, nullable=False),
    short_text("replaced_by_id", 64, nullable=True),
    Column("withdrawn_on", Date),
    Column("reason", Text),
    Column("search", Text, nullable=False),
    UniqueConstraint("issuing_body", "doc_number", name="guidance_number_once"),
)

receipts = Table(
    "guidance_receipts",
    metadata,
    key(),
    part_of("guidance_id", "guidance"),
    short_text("reading_body"),
    path(index=False),
    Column("search", Text, nullable=False),
    Column("read_on", Date, nullable=False),
    recorded_at(),
    UniqueConstraint("guidance_id", "reading_body", name="receipt_once"),
)

conventions = Table(
    "village_conventions",
    metadata,
    key(),
    part_of("guidance_id", "guidance"),
    short_text("area_code", 16, index=True),
    path(),
    short_text("text_ref", 500),
    Column("approved_on", Date, nullable=False),
    short_text("approving_body"),
)

map_all(metadata, {Guidance: guidance, Receipt: receipts, VillageConvention: conventions})
