"""The tables of the feature «pilot_models»."""

from sqlalchemy import JSON, BigInteger, Column, Date, ForeignKey, Table, Text

from campaigns.common.tables import metadata
from campaigns.pilot_models.domain.member import Member
from campaigns.pilot_models.domain.model import Model
from campaigns.pilot_models.domain.practice import Practice
from campaigns.pilot_models.domain.replication import Replication
from campaigns.pilot_models.domain.support import Support
from shared.store import key, map_all, part_of, path, recorded_at, short_text

models = Table(
    "pilot_models",
    metadata,
    key(),
    short_text("type", 8),
    short_text("subject_kind", 20),
    short_text("subject_ref", 64, nullable=True),
    short_text("unit_code", 16),
    path(),
    short_text("name_vi", 200),
    Column("summary", Text, nullable=False),
    Column("search", Text, nullable=False),
    short_text("chair_body"),
    short_text("chair_level", 2),
    Column("invited_bodies", JSON, nullable=False),
    Column("proposed_on", Date, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    Column("started_on", Date),
    Column("evaluation", JSON),
    Column("evaluated_on", Date),
    short_text("recognising_body", nullable=True),
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
    part_of("model_id", "pilot_models"),
    short_text("member_body"),
    short_text("side", 10),
    Column("functions", JSON, nullable=False),
    Column("invited_on", Date, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    Column("answered_on", Date),
    Column("reason", Text),
)

replications = Table(
    "model_replications",
    metadata,
    key(),
    part_of("model_id", "pilot_models"),
    Column("to_model_id", ForeignKey("pilot_models.id"), index=True),
    short_text("to_unit", 16),
    short_text("lead_body"),
    short_text("recording_body"),
    Column("adaptation", Text, nullable=False),
    Column("replicated_on", Date, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    Column("reason", Text),
    Column("closed_on", Date),
    recorded_at(),
)

supports = Table(
    "model_supports",
    metadata,
    key(),
    part_of("model_id", "pilot_models"),
    Column("replication_id", ForeignKey("model_replications.id"), index=True),
    short_text("supporting_body"),
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
    short_text("unit_code", 16),
    path(),
    Column("model_id", ForeignKey("pilot_models.id"), index=True),
    short_text("name_vi", 200),
    Column("problem", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("cost_vnd", BigInteger, nullable=False),
    Column("result", Text, nullable=False),
    short_text("contact_body"),
    Column("search", Text, nullable=False),
    short_text("publishing_body"),
    Column("published_on", Date, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    Column("withdrawn_on", Date),
    Column("reason", Text),
    recorded_at(),
)

map_all(
    metadata,
    {
        Model: models,
        Member: members,
        Replication: replications,
        Support: supports,
        Practice: practices,
    },
)
