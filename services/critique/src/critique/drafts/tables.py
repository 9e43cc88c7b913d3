"""The tables of drafts."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, Table, Text, inspect
from sqlalchemy.orm import registry, relationship

from critique.common.tables import metadata
from critique.drafts.domain.draft import Draft
from critique.drafts.domain.form import FormDecision
from critique.drafts.domain.promulgation import Promulgation
from shared.store import deadline, key, map_all, path, recorded_at, short_text

drafts = Table(
    "drafts",
    metadata,
    key(),
    short_text("kind", 32),
    short_text("title", 300),
    short_text("unit_id", 24),
    short_text("unit_code", 16),
    path(),
    short_text("level", 1),
    short_text("drafting_body"),
    Column("co_drafting_bodies", JSON, nullable=False),
    Column("conditions", JSON, nullable=False),
    short_text("duty_id", 20, nullable=True),
    Column("received_on", Date, nullable=False),
    Column("dossier_on", Date, nullable=False),
    recorded_at(),
    Column("search", Text, nullable=False),
    Column("return_reason", Text),
    short_text("critique_id", 64, nullable=True),
    Column("issued_on", Date),
    Column("answer_due_on", Date),
    Column("answered_on", Date),
    short_text("state", 32),
    Column("stands_since", Date, nullable=False),
    Index("drafts_of_drafter", "drafting_body", "id"),
    Index("drafts_by_receipt", "received_on"),
    Index("drafts_by_due_day", "answer_due_on"),
)

form_decisions = Table(
    "form_decisions",
    metadata,
    Column("draft_id", ForeignKey("drafts.id"), primary_key=True),
    short_text("track", 32),
    short_text("form", 32),
    short_text("chair_body"),
    short_text("reason", 32),
    Column("note", Text, nullable=False),
    Column("session_on", Date),
    short_text("deciding_body"),
    Column("decided_on", Date, nullable=False),
    deadline("session_notice", nullable=True),
)

promulgations = Table(
    "promulgations",
    metadata,
    Column("draft_id", ForeignKey("drafts.id"), primary_key=True),
    short_text("doc_number"),
    Column("promulgated_on", Date, nullable=False),
    Column("effective_on", Date, nullable=False),
    Column("critique_reflected", Boolean, nullable=False),
    Column("criteria", JSON(none_as_null=True)),
)

map_all(metadata, {FormDecision: form_decisions, Promulgation: promulgations})
if inspect(Draft, raiseerr=False) is None:
    registry(metadata=metadata).map_imperatively(
        Draft,
        drafts,
        properties={
            # A list of drafts shows it, so that it is read for the whole page at once.
            "decision": relationship(FormDecision, uselist=False, lazy="selectin"),
            "promulgation": relationship(Promulgation, uselist=False),
        },
    )
