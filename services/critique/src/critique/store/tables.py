"""The tables of the critique service, and which class of the domain each one holds."""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    inspect,
)
from sqlalchemy.orm import registry, relationship

from critique.domain.draft import Draft
from critique.domain.form import FormDecision
from critique.domain.opinion import Opinion, OpinionItem
from critique.domain.promulgation import Promulgation
from critique.domain.supervised import SupervisedTopic
from shared.instant import Instant

metadata = MetaData()
mappers = registry(metadata=metadata)
ID = String(64)
UNIT = String(16)
PATH = String(80)
BODY = String(80)
KIND = String(32)

drafts = Table(
    "drafts",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kind", KIND, nullable=False),
    Column("title", String(300), nullable=False),
    Column("unit_id", String(24), nullable=False),
    Column("unit_code", UNIT, nullable=False),
    Column("unit_path", PATH, nullable=False),
    Column("level", String(1), nullable=False),
    Column("drafting_org", BODY, nullable=False),
    Column("co_drafters", JSON, nullable=False),
    Column("conditions", JSON, nullable=False),
    Column("duty_id", String(20)),
    Column("received_on", Date, nullable=False),
    Column("dossier_on", Date, nullable=False),
    Column("last_step_on", Date, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("state", KIND, nullable=False),
    Column("return_reason", Text),
    Index("drafts_of_drafter", "drafting_org", "id"),
    Index("drafts_by_receipt", "received_on"),
)

form_decisions = Table(
    "form_decisions",
    metadata,
    Column("draft_id", ID, ForeignKey("drafts.id"), primary_key=True),
    Column("track", KIND, nullable=False),
    Column("form", KIND, nullable=False),
    Column("chair_org", BODY, nullable=False),
    Column("reason", KIND, nullable=False),
    Column("note", Text, nullable=False),
    Column("session_on", Date),
    Column("decided_by", BODY, nullable=False),
    Column("decided_on", Date, nullable=False),
    Column("notice", JSON(none_as_null=True)),
)

opinions = Table(
    "opinions",
    metadata,
    Column("id", ID, primary_key=True),
    Column("draft_id", ID, ForeignKey("drafts.id"), nullable=False, unique=True),
    Column("doc_number", String(80), nullable=False),
    Column("issuer_org", BODY, nullable=False),
    Column("issued_on", Date, nullable=False),
    Column("year", Integer, nullable=False),
    Column("answer_due_on", Date, nullable=False),
    Column("deadline", JSON, nullable=False),
    Column("response_doc_number", String(80)),
    Column("answered_on", Date),
    UniqueConstraint("issuer_org", "year", "doc_number", name="opinion_number_once_a_year"),
    Index("opinions_by_due_day", "answer_due_on"),
)

opinion_items = Table(
    "opinion_items",
    metadata,
    Column("critique_id", ID, ForeignKey("opinions.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("head", KIND, nullable=False),
    Column("remark", Text, nullable=False),
    Column("evaluation", Text, nullable=False),
    Column("position", KIND, nullable=False),
    Column("recommendation", Text, nullable=False),
    Column("outcome", KIND),
    Column("explanation", Text),
)

promulgations = Table(
    "promulgations",
    metadata,
    Column("draft_id", ID, ForeignKey("drafts.id"), primary_key=True),
    Column("doc_number", String(80), nullable=False),
    Column("promulgated_on", Date, nullable=False),
    Column("effective_on", Date, nullable=False),
    Column("critique_reflected", Boolean, nullable=False),
    Column("criteria", JSON(none_as_null=True)),
)

supervised_topics = Table(
    "supervised_topics",
    metadata,
    Column("plan_id", ID, primary_key=True),
    Column("topic", String(20), primary_key=True),
    Column("year", Integer, nullable=False),
    Column("unit_code", UNIT, nullable=False),
    Column("unit_path", PATH, nullable=False),
    Column("chair_org", BODY, nullable=False),
    Index("topics_of_year", "year", "unit_code"),
)


def map_once(model: type[Any], table: Table, **properties: Any) -> None:
    """Map a class of the domain to its table, unless an earlier import has done so."""
    if inspect(model, raiseerr=False) is None:
        mappers.map_imperatively(model, table, properties=properties)


map_once(SupervisedTopic, supervised_topics)
map_once(Promulgation, promulgations)
map_once(FormDecision, form_decisions)
map_once(OpinionItem, opinion_items)
map_once(
    Opinion,
    opinions,
    items=relationship(OpinionItem, order_by=opinion_items.c.number, cascade="all, delete-orphan"),
)
map_once(
    Draft,
    drafts,
    # A list of drafts shows both, so that they are read for the whole page at once.
    decision=relationship(FormDecision, uselist=False, lazy="selectin"),
    opinion=relationship(Opinion, uselist=False, lazy="selectin"),
)
