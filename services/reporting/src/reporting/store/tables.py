"""The tables of the reporting service, and which class of the domain each one holds."""

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
    inspect,
)
from sqlalchemy.orm import registry, relationship

from reporting.domain.board import Evidence, Standing
from reporting.domain.programme import Programme, Signature
from shared.instant import Instant

metadata = MetaData()
mappers = registry(metadata=metadata)
ID = String(64)
LONG_ID = String(280)
BODY = String(80)
CODE = String(20)

programmes = Table(
    "programmes",
    metadata,
    Column("id", ID, primary_key=True),
    Column("number", String(80), nullable=False),
    Column("title", String(400), nullable=False),
    Column("basis", String(400), nullable=False),
    Column("unit_code", CODE, nullable=False),
    Column("signatories", JSON, nullable=False),
    Column("proposed_by", BODY, nullable=False),
    Column("proposed_on", Date, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("state", CODE, nullable=False),
    Column("in_force_from", Date),
    Column("refused_by", BODY),
    Column("reason", Text),
    Index("programmes_by_number", "number"),
)

signatures = Table(
    "programme_signatures",
    metadata,
    Column("programme_id", ForeignKey("programmes.id"), primary_key=True),
    Column("body", BODY, primary_key=True),
    Column("signed_on", Date, nullable=False),
)

evidence = Table(
    "evidence",
    metadata,
    Column("id", LONG_ID, primary_key=True),
    Column("source", String(80), nullable=False),
    Column("event_id", String(80), nullable=False),
    Column("type", String(160), nullable=False),
    Column("duty_id", CODE, nullable=False),
    Column("body", BODY, nullable=False),
    Column("part", CODE, nullable=False),
    Column("answers", Boolean, nullable=False),
    Column("unit_code", CODE),
    Column("year", Integer, nullable=False),
    Column("occurred_on", Date, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Index("evidence_of_duty", "duty_id", "id"),
    Index("evidence_by_body", "duty_id", "year", "body"),
)

standings = Table(
    "standings",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("duty_id", CODE, nullable=False),
    Column("body", BODY, nullable=False),
    Column("year", Integer, nullable=False),
    Column("answers", Boolean, nullable=False),
    Column("status", CODE, nullable=False),
    Column("evidence", Integer, nullable=False),
    Column("acted", Integer, nullable=False),
    Column("first_on", Date),
    Column("last_on", Date),
    Column("done_on", Date),
    Index("standings_of_duty", "duty_id", "year"),
    Index("standings_of_body", "body"),
)


def map_once(model: type[Any], table: Table, **properties: Any) -> None:
    """Map a class of the domain to its table, unless an earlier import has done so."""
    if inspect(model, raiseerr=False) is None:
        mappers.map_imperatively(model, table, properties=properties)


map_once(Signature, signatures)
map_once(
    Programme,
    programmes,
    signatures=relationship(
        Signature,
        order_by=(signatures.c.signed_on, signatures.c.body),
        cascade="all, delete-orphan",
        lazy="selectin",
    ),
)
map_once(Evidence, evidence)
map_once(Standing, standings)
