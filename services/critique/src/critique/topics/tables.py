"""The table of supervised topics."""

from sqlalchemy import Column, Index, Integer, String, Table

from critique.common.tables import metadata
from critique.topics.domain.topic import SupervisedTopic
from shared.store import map_all, path, short_text

supervised_topics = Table(
    "supervised_topics",
    metadata,
    Column("plan_id", String(64), primary_key=True),
    Column("topic", String(20), primary_key=True),
    Column("year", Integer, nullable=False),
    short_text("unit_code", 16),
    path(),
    short_text("chair_body"),
    Index("topics_of_year", "year", "unit_code"),
)
map_all(metadata, {SupervisedTopic: supervised_topics})
