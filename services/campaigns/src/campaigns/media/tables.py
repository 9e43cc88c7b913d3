"""The table of the feature «media»."""

from sqlalchemy import Column, Date, ForeignKey, Integer, Table, Text

from campaigns.common.tables import metadata
from campaigns.media.domain.item import MediaItem
from shared.store import key, map_all, part_of, recorded_at, short_text

media_items = Table(
    "media_items",
    metadata,
    key(),
    part_of("guidance_id", "guidance"),
    short_text("outlet_body", index=True),
    Column("theme", Text, nullable=False),
    short_text("topic", 8),
    short_text("format", 8),
    short_text("title_vi", 200),
    Column("search", Text, nullable=False),
    Column("minutes", Integer),
    Column("words", Integer),
    Column("exemplar_id", ForeignKey("exemplars.id"), index=True),
    Column("model_id", ForeignKey("pilot_models.id"), index=True),
    Column("published_on", Date, nullable=False, index=True),
    short_text("state", 12),
    Column("stands_since", Date, nullable=False),
    Column("withdrawn_on", Date),
    Column("reason", Text),
    recorded_at(),
)

map_all(metadata, {MediaItem: media_items})
