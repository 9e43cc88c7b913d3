"""The tables of opinion documents."""

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    inspect,
    text,
)
from sqlalchemy.orm import registry, relationship

from critique.common.tables import metadata
from critique.opinions.domain.opinion import Opinion, OpinionItem
from shared.store import deadline, key, map_all, short_text

# What the timer looks for; answers and earlier findings leave it small.
WITHOUT_ANSWER = text("answered_on IS NULL AND overdue_since IS NULL")

opinions = Table(
    "opinions",
    metadata,
    key(),
    Column("draft_id", ForeignKey("drafts.id"), nullable=False, unique=True),
    short_text("drafting_body"),
    short_text("doc_number"),
    short_text("issuing_body"),
    Column("issued_on", Date, nullable=False),
    Column("year", Integer, nullable=False),
    Column("answer_due_on", Date, nullable=False),
    Column("first_due_on", Date, nullable=False),
    deadline("answer_due"),
    short_text("response_doc_number", nullable=True),
    Column("answered_on", Date),
    Column("overdue_since", Date),
    short_text("state", 32),
    Column("stands_since", Date, nullable=False),
    UniqueConstraint("issuing_body", "year", "doc_number", name="opinion_number_once_a_year"),
    Index(
        "opinions_without_answer",
        "answer_due_on",
        sqlite_where=WITHOUT_ANSWER,
        postgresql_where=WITHOUT_ANSWER,
    ),
)

opinion_items = Table(
    "opinion_items",
    metadata,
    Column("critique_id", ForeignKey("opinions.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    short_text("head", 32),
    Column("remark", Text, nullable=False),
    Column("evaluation", Text, nullable=False),
    short_text("position", 32),
    Column("recommendation", Text, nullable=False),
    short_text("outcome", 32, nullable=True),
    Column("explanation", Text),
)

map_all(metadata, {OpinionItem: opinion_items})
if inspect(Opinion, raiseerr=False) is None:
    registry(metadata=metadata).map_imperatively(
        Opinion,
        opinions,
        properties={
            "items": relationship(OpinionItem, order_by=opinion_items.c.number, cascade="all, delete-orphan")
        },
    )
