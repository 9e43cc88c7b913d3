"""The table of recommendations."""

from sqlalchemy import JSON, Column, Date, Table, Text

from shared.store import key, map_all, part_of, path, recorded_at, short_text
from supervision.common.tables import metadata
from supervision.recommendations.domain.recommendation import Recommendation

recommendations = Table(
    "recommendations",
    metadata,
    key(),
    part_of("plan_id", "plans"),
    short_text("topic", 20),
    short_text("level", 1),
    short_text("unit_code", 16),
    path(),
    short_text("sending_body"),
    short_text("addressee_body", index=True),
    short_text("doc_number"),
    Column("text", Text, nullable=False),
    Column("legal_basis", JSON, nullable=False),
    Column("sent_on", Date, nullable=False, index=True),
    Column("due_on", Date, nullable=False, index=True),
    Column("deadline", JSON, nullable=False),
    recorded_at(),
    short_text("state", 32),
    Column("stands_since", Date, nullable=False),
    Column("acknowledged_on", Date),
    Column("answered_on", Date),
    short_text("outcome", 32, nullable=True),
    short_text("answer_doc_number", nullable=True),
    Column("reason", Text),
)
map_all(metadata, {Recommendation: recommendations})
