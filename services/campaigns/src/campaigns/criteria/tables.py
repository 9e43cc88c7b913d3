"""The table of the feature «criteria»."""

from sqlalchemy import JSON, Column, Date, String, Table

from campaigns.common.tables import metadata
from campaigns.criteria.domain.versions import PromulgatedSet
from shared.store import map_all, short_text

promulgated_sets = Table(
    "promulgated_criteria",
    metadata,
    Column("draft_id", String(64), primary_key=True),
    short_text("standard", 8, index=True),
    short_text("doc_number"),
    short_text("drafting_body"),
    Column("promulgated_on", Date, nullable=False),
    Column("effective_on", Date, nullable=False),
    Column("criteria", JSON, nullable=False),
)

map_all(metadata, {PromulgatedSet: promulgated_sets})
