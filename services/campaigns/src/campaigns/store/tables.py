"""The tables of the service, and how the domain's dataclasses lie in them."""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    inspect,
)
from sqlalchemy.orm import registry

from campaigns.domain.campaign import Campaign, Drive
from campaigns.domain.consultation import Consultation
from campaigns.domain.guidance import Guidance, Receipt
from campaigns.domain.registration import Household, Registration
from campaigns.domain.responsibility import Assignment
from shared.instant import Instant

metadata = MetaData()


def _id() -> Column[str]:
    return Column("id", String(64), primary_key=True)


def _text(name: str, length: int = 80, *, nullable: bool = False, index: bool = False) -> Column[str]:
    return Column(name, String(length), nullable=nullable, index=index)


def _part_of(name: str, parent: str) -> Column[str]:
    return Column(name, ForeignKey(f"{parent}.id"), nullable=False, index=True)


def _recorded_at() -> Column[Any]:
    return Column("recorded_at", Instant, nullable=False)


campaigns = Table(
    "campaigns",
    metadata,
    _id(),
    _text("code", 40),
    _text("name_vi", 200),
    _text("unit_code", 16, index=True),
    _text("launched_by"),
    Column("launched_on", Date, nullable=False),
    Column("start_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
    Column("content_codes", JSON, nullable=False),
    Column("movement_codes", JSON, nullable=False),
    _text("state", 20),
    _recorded_at(),
    UniqueConstraint("unit_code", "code", name="campaign_code_once"),
)

drives = Table(
    "campaign_drives",
    metadata,
    _id(),
    _part_of("campaign_id", "campaigns"),
    _text("fund_id", 64),
    _text("unit_code", 16),
    Column("start_on", Date, nullable=False),
    Column("end_on", Date, nullable=False),
    Column("target_vnd", BigInteger),
)

consultations = Table(
    "consultations",
    metadata,
    _id(),
    _part_of("campaign_id", "campaigns"),
    _text("chair_org"),
    _text("unit_code", 16, index=True),
    Column("topics", JSON, nullable=False),
    Column("participants", JSON, nullable=False),
    Column("held_on", Date, nullable=False),
    _text("state", 20),
    _text("minutes_ref", 200, nullable=True),
    Column("concluded_on", Date),
    _recorded_at(),
)

assignments = Table(
    "assignments",
    metadata,
    _id(),
    _part_of("consultation_id", "consultations"),
    _text("assignee", index=True),
    _text("kind", 20),
    _text("content_code", 8, nullable=True),
    _text("duty_id", 20),
    _text("unit_code", 16, index=True),
    Column("due_on", Date, nullable=False),
    Column("proposed_on", Date, nullable=False),
    _text("state", 20),
    Column("reason", Text),
    Column("answered_on", Date),
    _recorded_at(),
)

guidance = Table(
    "guidance",
    metadata,
    _id(),
    _text("kind", 20),
    _text("doc_number"),
    _text("title", 200),
    _text("issuer_org", index=True),
    _text("unit_code", 16),
    Column("audience_levels", JSON, nullable=False),
    _text("movement_code", 12, nullable=True),
    Column("copies", Integer),
    Column("issued_on", Date, nullable=False),
    Column("effective_on", Date, nullable=False),
    Column("replaces_id", ForeignKey("guidance.id")),
    _text("state", 20),
    _recorded_at(),
    UniqueConstraint("issuer_org", "doc_number", name="guidance_number_once"),
)

receipts = Table(
    "guidance_receipts",
    metadata,
    _id(),
    _part_of("guidance_id", "guidance"),
    _text("body"),
    Column("read_on", Date, nullable=False),
    _recorded_at(),
    UniqueConstraint("guidance_id", "body", name="receipt_once"),
)

households = Table(
    "households",
    metadata,
    _id(),
    _text("kdc_id", 16),
    Column("list_number", Integer, nullable=False),
    UniqueConstraint("kdc_id", "list_number", name="household_once"),
)

registrations = Table(
    "household_registrations",
    metadata,
    _id(),
    _part_of("household_ref", "households"),
    _text("kdc_id", 16, index=True),
    _part_of("campaign_id", "campaigns"),
    Column("year", Integer, nullable=False, index=True),
    Column("content_codes", JSON, nullable=False),
    _text("registered_by"),
    Column("registered_on", Date, nullable=False),
    _text("state", 20),
    _recorded_at(),
    UniqueConstraint("household_ref", "year", name="registration_once_a_year"),
)

MAPPED: dict[type, Table] = {
    Campaign: campaigns,
    Drive: drives,
    Consultation: consultations,
    Assignment: assignments,
    Guidance: guidance,
    Receipt: receipts,
    Household: households,
    Registration: registrations,
}


def _map_all() -> None:
    mappers = registry(metadata=metadata)
    for model, table in MAPPED.items():
        if inspect(model, raiseerr=False) is None:
            mappers.map_imperatively(model, table)


_map_all()
