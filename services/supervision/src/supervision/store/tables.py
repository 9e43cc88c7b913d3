"""The tables of the supervision service, and which class of the domain each one holds."""

from typing import Any

from sqlalchemy import (
    JSON,
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

from shared.instant import Instant
from supervision.domain.documents import SupervisedDocument
from supervision.domain.plan import Plan, PlannedTopic, View
from supervision.domain.recommendation import Recommendation

metadata = MetaData()
mappers = registry(metadata=metadata)
ID = String(64)
UNIT = String(16)
PATH = String(80)
BODY = String(80)
KIND = String(32)

plans = Table(
    "plans",
    metadata,
    Column("id", ID, primary_key=True),
    Column("year", Integer, nullable=False),
    Column("level", String(1), nullable=False),
    Column("unit_id", String(24), nullable=False),
    Column("unit_code", UNIT, nullable=False),
    Column("unit_path", PATH, nullable=False),
    Column("chair_org", BODY, nullable=False),
    Column("consulted", JSON, nullable=False),
    Column("proposed_on", Date, nullable=False),
    Column("last_step_on", Date, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("state", KIND, nullable=False),
    Column("doc_number", String(80)),
    Column("agreed_on", Date),
    UniqueConstraint("unit_id", "year", name="one_plan_a_year"),
    Index("plans_of_year", "year", "unit_code"),
)

plan_topics = Table(
    "plan_topics",
    metadata,
    Column("plan_id", ID, ForeignKey("plans.id"), primary_key=True),
    Column("topic", String(20), primary_key=True),
    Column("form", KIND, nullable=False),
    Column("target_orgs", JSON, nullable=False),
    Column("merges", BODY),
)

plan_views = Table(
    "plan_views",
    metadata,
    Column("plan_id", ID, ForeignKey("plans.id"), primary_key=True),
    Column("body", BODY, primary_key=True),
    Column("view", KIND, nullable=False),
    Column("overlapping", JSON, nullable=False),
    Column("remark", Text),
    Column("stated_on", Date, nullable=False),
    Column("resolution", Text),
)

recommendations = Table(
    "recommendations",
    metadata,
    Column("id", ID, primary_key=True),
    Column("plan_id", ID, ForeignKey("plans.id"), nullable=False, index=True),
    Column("topic", String(20), nullable=False),
    Column("level", String(1), nullable=False),
    Column("unit_code", UNIT, nullable=False),
    Column("unit_path", PATH, nullable=False),
    Column("sender_org", BODY, nullable=False),
    Column("addressee_org", BODY, nullable=False, index=True),
    Column("doc_number", String(80), nullable=False),
    Column("text", Text, nullable=False),
    Column("legal_basis", JSON, nullable=False),
    Column("sent_on", Date, nullable=False, index=True),
    Column("due_on", Date, nullable=False, index=True),
    Column("deadline", JSON, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("state", KIND, nullable=False),
    Column("acknowledged_on", Date),
    Column("answered_on", Date),
    Column("outcome", KIND),
    Column("answer_doc_number", String(80)),
    Column("reason", Text),
)

documents = Table(
    "supervised_documents",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kind", KIND, nullable=False),
    Column("doc_number", String(80), nullable=False),
    Column("title", String(300), nullable=False),
    Column("issuer_org", BODY, nullable=False, index=True),
    Column("unit_code", UNIT, nullable=False),
    Column("unit_path", PATH, nullable=False),
    Column("effective_on", Date, nullable=False, index=True),
    Column("replaces_id", ID),
)


def map_once(model: type[Any], table: Table, **properties: Any) -> None:
    """Map a class of the domain to its table, unless an earlier import has done so."""
    if inspect(model, raiseerr=False) is None:
        mappers.map_imperatively(model, table, properties=properties)


map_once(SupervisedDocument, documents)
map_once(Recommendation, recommendations)
map_once(PlannedTopic, plan_topics)
map_once(View, plan_views)
map_once(
    Plan,
    plans,
    # A list of plans shows its topics, so that they are read for the whole page at once.
    topics=relationship(PlannedTopic, order_by=plan_topics.c.topic, lazy="selectin"),
    views=relationship(View, order_by=plan_views.c.body, cascade="all, delete-orphan"),
)
