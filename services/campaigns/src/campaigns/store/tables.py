"""The tables of the service, and how the domain's dataclasses lie in them."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from campaigns.domain.campaign import Campaign, Drive
from campaigns.domain.consultation import Consultation
from campaigns.domain.guidance import Guidance, Receipt
from campaigns.domain.history import Step
from campaigns.domain.registration import Household, Registration
from campaigns.domain.responsibility import Assignment
from campaigns.store.columns import key, map_all, metadata, part_of, recorded_at, short_text

campaigns = Table(
    "campaigns",
    metadata,
    key(),
    short_text("code", 40),
    short_text("name_vi", 200),
    short_text("unit_code", 16, index=True),
    short_text("launched_by"),
    Column("launched_on", Date, nullable=False),
    Column("start_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
    Column("content_codes", JSON, nullable=False),
    Column("movement_codes", JSON, nullable=False),
    short_text("state", 20),
    recorded_at(),
    UniqueConstraint("unit_code", "code", name="campaign_code_once"),
)

drives = Table(
    "campaign_drives",
    metadata,
    key(),
    part_of("campaign_id", "campaigns"),
    short_text("fund_id", 64),
    short_text("unit_code", 16),
    Column("start_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
    Column("target_vnd", BigInteger),
)

consultations = Table(
    "consultations",
    metadata,
    key(),
    part_of("campaign_id", "campaigns"),
    short_text("chair_org"),
    short_text("unit_code", 16, index=True),
    Column("topics", JSON, nullable=False),
    Column("participants", JSON, nullable=False),
    Column("held_on", Date, nullable=False),
    short_text("state", 20),
    short_text("minutes_ref", 200, nullable=True),
    Column("concluded_on", Date),
    recorded_at(),
)

assignments = Table(
    "assignments",
    metadata,
    key(),
    part_of("consultation_id", "consultations"),
    short_text("assignee", index=True),
    short_text("kind", 20),
    short_text("content_code", 8, nullable=True),
    short_text("duty_id", 20),
    short_text("unit_code", 16, index=True),
    Column("due_on", Date, nullable=False),
    Column("proposed_on", Date, nullable=False),
    short_text("state", 20),
    Column("reason", Text),
    Column("answered_on", Date),
    recorded_at(),
    short_text("path", 64),
    short_text("root_id", 64, index=True),
    short_text("parent_id", 64, nullable=True, index=True),
    short_text("proposed_by", index=True),
    short_text("replaces_id", 64, nullable=True),
    short_text("replaced_by_id", 64, nullable=True),
    short_text("answer", 20, nullable=True),
    short_text("minutes_ref", 200, nullable=True),
    Column("stands_since", Date, nullable=False),
    Column("result", Text),
    Column("achieved", Integer),
    Column("planned", Integer),
    Column("completed_on", Date),
    Column("accepted_on", Date),
    Index("ix_assignments_shares", "parent_id", "assignee"),
)

guidance = Table(
    "guidance",
    metadata,
    key(),
    short_text("kind", 20),
    short_text("doc_number"),
    short_text("title", 200),
    short_text("issuer_org", index=True),
    short_text("unit_code", 16),
    Column("audience_levels", JSON, nullable=False),
    short_text("movement_code", 12, nullable=True),
    Column("copies", Integer),
    Column("issued_on", Date, nullable=False),
    Column("effective_on", Date, nullable=False),
    Column("replaces_id", ForeignKey("guidance.id")),
    short_text("state", 20),
    recorded_at(),
    short_text("content_kind", 20, nullable=True),
    Column("content", JSON(none_as_null=True)),
    Column("coord_orgs", JSON, nullable=False),
    Column("addressees", JSON, nullable=False),
    short_text("replaced_by_id", 64, nullable=True),
    Column("withdrawn_on", Date),
    Column("reason", Text),
    UniqueConstraint("issuer_org", "doc_number", name="guidance_number_once"),
)

receipts = Table(
    "guidance_receipts",
    metadata,
    key(),
    part_of("guidance_id", "guidance"),
    short_text("body"),
    Column("read_on", Date, nullable=False),
    recorded_at(),
    UniqueConstraint("guidance_id", "body", name="receipt_once"),
)

households = Table(
    "households",
    metadata,
    key(),
    short_text("kdc_id", 16),
    Column("list_number", Integer, nullable=False),
    UniqueConstraint("kdc_id", "list_number", name="household_once"),
)

registrations = Table(
    "household_registrations",
    metadata,
    key(),
    part_of("household_ref", "households"),
    short_text("kdc_id", 16, index=True),
    part_of("campaign_id", "campaigns"),
    Column("year", Integer, nullable=False),
    Column("content_codes", JSON, nullable=False),
    short_text("registered_by"),
    Column("registered_on", Date, nullable=False),
    short_text("state", 20),
    recorded_at(),
    Column("kept_codes", JSON(none_as_null=True)),
    Column("assessed_on", Date),
    Column("settled_on", Date),
    short_text("minutes_ref", nullable=True),
    Column("reason", Text),
    UniqueConstraint("household_ref", "year", name="registration_once_a_year"),
    Index("ix_household_registrations_place", "year", "kdc_id", "registered_on"),
)

history = Table(
    "history",
    metadata,
    key(),
    short_text("object_id", 64, index=True),
    short_text("step", 40),
    short_text("state", 40),
    short_text("body"),
    Column("on", Date, nullable=False),
    recorded_at(),
    Column("reason", Text),
)

map_all(
    {
        Campaign: campaigns,
        Drive: drives,
        Consultation: consultations,
        Assignment: assignments,
        Guidance: guidance,
        Receipt: receipts,
        Household: households,
        Registration: registrations,
        Step: history,
    }
)
