"""The tables of the feature «ledger»."""

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Index, Integer, String, Table, inspect
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.orm import registry, relationship

from funds.common.tables import metadata
from funds.ledger.domain.ledger import Entry, Line
from shared.store import key, map_all, part_of, short_text

entries = Table(
    "entries",
    metadata,
    key(),
    part_of("fund_id", "funds"),
    Column("posted_on", Date, nullable=False),
    short_text("cause", 32),
    short_text("cause_id", 64, index=True),
    Column("reverses", ForeignKey("entries.id"), unique=True),
    Index("entries_of_fund", "fund_id", "id"),
)

entry_lines = Table(
    "entry_lines",
    metadata,
    Column("entry_id", ForeignKey("entries.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    short_text("account", 16, index=True),
    Column("side", String(6), nullable=False),
    Column("amount_vnd", BigInteger, nullable=False),
)

map_all(metadata, {Line: entry_lines})
if inspect(Entry, raiseerr=False) is None:
    lines = relationship(
        Line,
        order_by=entry_lines.c.position,
        collection_class=ordering_list("position"),
        cascade="all, delete-orphan",
        lazy="selectin",
    )
    registry(metadata=metadata).map_imperatively(Entry, entries, properties={"lines": lines})
