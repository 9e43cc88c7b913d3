"""The tables of the feature «duty board»."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table, Text

from reporting.common.tables import metadata
from reporting.duty_board.domain.duty_standing import Standing
from reporting.duty_board.domain.evidence import Evidence
from shared.store import key, map_all, path, recorded_at, short_text

evidence = Table(
    "evidence",
    metadata,
    Column("id", String(280), primary_key=True),
    short_text("source"),
    short_text("event_id"),
    short_text("type", 160),
    short_text("duty_id", 20),
    short_text("duty_body"),
    short_text("part", 20),
    Column("answers", Boolean, nullable=False),
    short_text("unit_code", 20, nullable=True),
    path(index=False),
    Column("year", Integer, nullable=False),
    Column("occurred_on", Date, nullable=False),
    recorded_at(),
    Index("evidence_of_duty", "duty_id", "id"),
    Index("evidence_by_body", "duty_id", "year", "duty_body"),
)

standings = Table(
    "standings",
    metadata,
    key(),
    short_text("duty_id", 20),
    short_text("duty_body"),
    path(),
    Column("search", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("answers", Boolean, nullable=False),
    Column("evidence", Integer, nullable=False),
    Column("acted", Integer, nullable=False),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date, nullable=False),
    Column("done_on", Date),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    Index("standings_of_duty", "duty_id", "year"),
    Index("standings_of_body", "duty_body"),
)

map_all(metadata, {Evidence: evidence, Standing: standings})
