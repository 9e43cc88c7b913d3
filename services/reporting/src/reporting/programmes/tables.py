"""The tables of the feature «programmes»."""

from sqlalchemy import JSON, Column, Date, ForeignKey, Index, String, Table, Text, inspect
from sqlalchemy.orm import registry, relationship

from reporting.common.tables import metadata
from reporting.programmes.domain.programme import Programme, Signature
from shared.store import key, map_all, path, short_text

programmes = Table(
    "programmes",
    metadata,
    key(),
    short_text("number"),
    short_text("title", 400),
    short_text("basis", 400),
    short_text("unit_code", 20),
    path(),
    Column("signatory_bodies", JSON, nullable=False),
    short_text("proposing_body"),
    Column("proposed_on", Date, nullable=False),
    Column("in_force_from", Date),
    short_text("refusing_body", nullable=True),
    Column("reason", Text),
    short_text("search", 1000),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    Index("programmes_by_number", "number"),
)

signatures = Table(
    "programme_signatures",
    metadata,
    Column("programme_id", ForeignKey("programmes.id"), primary_key=True),
    Column("signing_body", String(80), primary_key=True),
    Column("signed_on", Date, nullable=False),
)

map_all(metadata, {Signature: signatures})
if inspect(Programme, raiseerr=False) is None:
    signed = relationship(
        Signature,
        order_by=(signatures.c.signed_on, signatures.c.signing_body),
        cascade="all, delete-orphan",
        lazy="selectin",
    )
    registry(metadata=metadata).map_imperatively(Programme, programmes, properties={"signatures": signed})
