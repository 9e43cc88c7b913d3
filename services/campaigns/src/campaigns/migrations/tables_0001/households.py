"""The tables of the feature «households», as they were first made."""

import sqlalchemy as sa
from alembic import op

from shared.instant import Instant
from shared.store import PlacePath


def create() -> None:
    """Make the tables."""
    _households()
    _household_registrations()


def drop() -> None:
    """Undo it."""
    for table in ("household_registrations", "households"):
        op.drop_table(table)


def _households() -> None:
    op.create_table(
        "households",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("area_code", sa.String(length=16), nullable=False),
        sa.Column("list_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("area_code", "list_number", name="household_once"),
    )


def _household_registrations() -> None:
    op.create_table(
        "household_registrations",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("household_ref", sa.String(length=64), nullable=False),
        sa.Column("area_code", sa.String(length=16), nullable=False),
        sa.Column("path", PlacePath(), nullable=False),
        sa.Column("campaign_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("content_codes", sa.JSON(), nullable=False),
        sa.Column("registering_body", sa.String(length=80), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("kept_codes", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("assessed_on", sa.Date(), nullable=True),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("minutes_ref", sa.String(length=200), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"]),
        sa.ForeignKeyConstraint(["household_ref"], ["households.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("household_ref", "year", name="registration_once_a_year"),
    )
    op.create_index(
        op.f("ix_household_registrations_area_code"), "household_registrations", ["area_code"], unique=False
    )
    op.create_index(
        op.f("ix_household_registrations_campaign_id"),
        "household_registrations",
        ["campaign_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_household_registrations_household_ref"),
        "household_registrations",
        ["household_ref"],
        unique=False,
    )
    op.create_index(
        op.f("ix_household_registrations_path"), "household_registrations", ["path"], unique=False
    )
    op.create_index(
        "ix_household_registrations_place",
        "household_registrations",
        ["year", "area_code", "path", "registered_on"],
        unique=False,
    )
