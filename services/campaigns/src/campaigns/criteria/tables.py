"""The table of the room «criteria»."""

from sqlalchemy import JSON, Column, Date, String, Table

from campaigns.criteria.domain.versions import PromulgatedSet
from campaigns.store.columns import map_all, metadata, short_text

promulgated_sets = Table(
    "promulgated_criteria",
    metadata,
    Column("draft_id", String(64), primary_key=True),
    short_text("standard", 8, index=True),
    short_text("doc_number"),
    short_text("drafting_org"),
    Column("promulgated_on", Date, nullable=False),
    Column("effective_on", Date, nullable=False),
    Column("criteria", JSON, nullable=False),
)

map_all({PromulgatedSet: promulgated_sets})
