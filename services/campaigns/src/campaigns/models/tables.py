"""The tables of the room «models»."""

from sqlalchemy import JSON, BigInteger, Column, Date, ForeignKey, Table, Text

from campaigns.models.domain.member import Member
from campaigns.models.domain.model import Model
from campaigns.models.domain.practice import Practice
from campaigns.models.domain.replication import Replication
from campaigns.models.domain.support import Support
from campaigns.store.columns import key, map_all, metadata, part_of, recorded_at, short_text

models = Table(
    "models",
    metadata,
    key(),
    short_text("type", 8),
    short_text("subject_kind", 20),
    short_text("subject_ref", 64, nullable=True),
    short_text("unit_code", 16, index=True),
    short_text("path", 64),
    short_text("name_vi", 200),
    Column("summary", Text, nullable=False),
    Column("search_text", Text, nullable=False),
    short_text("chair_org"),
    short_text("chair_level", 2),
    Column("proposed_on", Date, nullable=False),
    Column("stands_since", Date, nullable=False),
    short_text("state", 20),
    Column("started_on", Date),
    Column("evaluation", JSON),
    Column("evaluated_on", Date),
    short_text("recognised_by", nullable=True),
    short_text("decision_no", nullable=True),
    Column("recognised_on", Date),
    Column("replicated_on", Date),
    Column("retired_on", Date),
    Column("reason", Text),
    Column("facts", JSON),
    short_text("facts_digest", 64, nullable=True),
    recorded_at(),
)

members = Table(
    "model_members",
    metadata,
    key(),
    part_of("model_id", "models"),
    short_text("body"),
    short_text("side", 10),
    Column("functions", JSON, nullable=False),
    short_text("state", 20),
    Column("answered_on", Date),
    Column("reason", Text),
    recorded_at(),
)

replications = Table(
    "model_replications",
    metadata,
    key(),
    part_of("model_id", "models"),
    Column("to_model_id", ForeignKey("models.id"), index=True),
    short_text("to_unit", 16),
    short_text("lead_org"),
    short_text("recorded_by"),
    Column("adaptation", Text, nullable=False),
    Column("replicated_on", Date, nullable=False),
    short_text("result", 20),
    Column("reason", Text),
    Column("closed_on", Date),
    recorded_at(),
)

supports = Table(
    "model_supports",
    metadata,
    key(),
    part_of("model_id", "models"),
    Column("replication_id", ForeignKey("model_replications.id"), index=True),
    short_text("from_org"),
    Column("given_on", Date, nullable=False),
    short_text("kind", 10),
    Column("amount_vnd", BigInteger),
    short_text("item", 200, nullable=True),
    short_text("quantity", 20, nullable=True),
    short_text("measure_unit", 40, nullable=True),
    recorded_at(),
)

practices = Table(
    "practices",
    metadata,
    key(),
    short_text("unit_code", 16, index=True),
    short_text("path", 64),
    Column("model_id", ForeignKey("models.id"), index=True),
    short_text("name_vi", 200),
    Column("problem", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("cost_vnd", BigInteger, nullable=False),
    Column("result", Text, nullable=False),
    short_text("contact"),
    Column("search_text", Text, nullable=False),
    short_text("published_by"),
    Column("published_on", Date, nullable=False),
    short_text("state", 20),
    Column("withdrawn_on", Date),
    Column("reason", Text),
    recorded_at(),
)

map_all(
    {
        Model: models,
        Member: members,
        Replication: replications,
        Support: supports,
        Practice: practices,
    }
)
