"""The tables of the first acts: campaigns, consultations, responsibilities, guidance, registrations."""

import sqlalchemy as sa
from alembic import op

revision = "campaigns_0001"
down_revision = None
branch_labels = ("campaigns",)
depends_on = None


def upgrade() -> None:
    _create_campaigns()
    _create_campaign_drives()
    _create_consultations()
    _create_assignments()
    _create_guidance()
    _create_guidance_receipts()
    _create_households()
    _create_household_registrations()
    _create_history()


def downgrade() -> None:
    op.drop_table("history")
    op.drop_table("household_registrations")
    op.drop_table("households")
    op.drop_table("guidance_receipts")
    op.drop_table("guidance")
    op.drop_table("assignments")
    op.drop_table("consultations")
    op.drop_table("campaign_drives")
    op.drop_table("campaigns")


def _create_campaigns() -> None:
    op.create_table(
        "campaigns",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("name_vi", sa.String(200), nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("launched_by", sa.String(80), nullable=False),
        sa.Column("launched_on", sa.Date(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("end_on", sa.Date(), nullable=False),
        sa.Column("content_codes", sa.JSON(), nullable=False),
        sa.Column("movement_codes", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("unit_code", "code", name="campaign_code_once"),
    )
    op.create_index("ix_campaigns_unit_code", "campaigns", ["unit_code"])


def _create_campaign_drives() -> None:
    op.create_table(
        "campaign_drives",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("campaign_id", sa.String(64), nullable=False),
        sa.Column("fund_id", sa.String(64), nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("end_on", sa.Date(), nullable=False),
        sa.Column("target_vnd", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"]),
    )
    op.create_index("ix_campaign_drives_campaign_id", "campaign_drives", ["campaign_id"])


def _create_consultations() -> None:
    op.create_table(
        "consultations",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("campaign_id", sa.String(64), nullable=False),
        sa.Column("chair_org", sa.String(80), nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("participants", sa.JSON(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("minutes_ref", sa.String(200), nullable=True),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"]),
    )
    op.create_index("ix_consultations_campaign_id", "consultations", ["campaign_id"])
    op.create_index("ix_consultations_unit_code", "consultations", ["unit_code"])


def _create_assignments() -> None:
    op.create_table(
        "assignments",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("consultation_id", sa.String(64), nullable=False),
        sa.Column("assignee", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("content_code", sa.String(8), nullable=True),
        sa.Column("duty_id", sa.String(20), nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["consultation_id"], ["consultations.id"]),
    )
    op.create_index("ix_assignments_assignee", "assignments", ["assignee"])
    op.create_index("ix_assignments_consultation_id", "assignments", ["consultation_id"])
    op.create_index("ix_assignments_unit_code", "assignments", ["unit_code"])


def _create_guidance() -> None:
    op.create_table(
        "guidance",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("doc_number", sa.String(80), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("issuer_org", sa.String(80), nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("audience_levels", sa.JSON(), nullable=False),
        sa.Column("movement_code", sa.String(12), nullable=True),
        sa.Column("copies", sa.Integer(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("replaces_id", sa.String(64), nullable=True),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["replaces_id"], ["guidance.id"]),
        sa.UniqueConstraint("issuer_org", "doc_number", name="guidance_number_once"),
    )
    op.create_index("ix_guidance_issuer_org", "guidance", ["issuer_org"])


def _create_guidance_receipts() -> None:
    op.create_table(
        "guidance_receipts",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("guidance_id", sa.String(64), nullable=False),
        sa.Column("body", sa.String(80), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["guidance_id"], ["guidance.id"]),
        sa.UniqueConstraint("guidance_id", "body", name="receipt_once"),
    )
    op.create_index("ix_guidance_receipts_guidance_id", "guidance_receipts", ["guidance_id"])


def _create_households() -> None:
    op.create_table(
        "households",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("kdc_id", sa.String(16), nullable=False),
        sa.Column("list_number", sa.Integer(), nullable=False),
        sa.UniqueConstraint("kdc_id", "list_number", name="household_once"),
    )


def _create_household_registrations() -> None:
    op.create_table(
        "household_registrations",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("household_ref", sa.String(64), nullable=False),
        sa.Column("kdc_id", sa.String(16), nullable=False),
        sa.Column("campaign_id", sa.String(64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("content_codes", sa.JSON(), nullable=False),
        sa.Column("registered_by", sa.String(80), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"]),
        sa.ForeignKeyConstraint(["household_ref"], ["households.id"]),
        sa.UniqueConstraint("household_ref", "year", name="registration_once_a_year"),
    )
    op.create_index("ix_household_registrations_campaign_id", "household_registrations", ["campaign_id"])
    op.create_index("ix_household_registrations_household_ref", "household_registrations", ["household_ref"])
    op.create_index("ix_household_registrations_kdc_id", "household_registrations", ["kdc_id"])
    op.create_index("ix_household_registrations_year", "household_registrations", ["year"])


def _create_history() -> None:
    op.create_table(
        "history",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("object_id", sa.String(64), nullable=False),
        sa.Column("step", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("body", sa.String(80), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
    )
    op.create_index("ix_history_object_id", "history", ["object_id"])
