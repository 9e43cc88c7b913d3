"""The table of recommendations."""

from sqlalchemy import JSON, Column, Date, Index, Table, Text, text

from shared.store import deadline, key, map_all, part_of, path, recorded_at, short_text
from supervision.common.tables import metadata
from supervision.recommendations.domain.recommendation import Recommendation

# What the timer looks for; answers and earlier findings leave it small.
WITHOUT_ANSWER = text("answered_on IS NULL AND overdue_since IS NULL")

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
    Column("first_due_on", Date, nullable=False),
    deadline("answer_due"),
    recorded_at(),
    short_text("state", 32),
    Column("stands_since", Date, nullable=False),
    Column("acknowledged_on", Date),
    Column("answered_on", Date),
    short_text("outcome", 32, nullable=True),
    short_text("answer_doc_number", nullable=True),
    Column("reason", Text),
    Column("overdue_since", Date),
    Column("escalated_on", Date),
    short_text("escalated_to_body", nullable=True),
    Index(
        "recommendations_without_answer",
        "due_on",
        sqlite_where=WITHOUT_ANSWER,
        postgresql_where=WITHOUT_ANSWER,
    ),
)
map_all(metadata, {Recommendation: recommendations})
