"""Responsibilities carried out and handed down; what documents hold; integration plans."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from contracts.reference.places import Place

revision = "campaigns_0004"
down_revision = "campaigns_0002"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_assignments_root_id": ["root_id"],
    "ix_assignments_parent_id": ["parent_id"],
    "ix_assignments_proposed_by": ["proposed_by"],
    "ix_assignments_shares": ["parent_id", "assignee"],
}


def upgrade() -> None:
    for column in _assignment_columns():
        op.add_column("assignments", column)
    _fill_assignments()
    _fill_paths()
    _fill_history()
    for name, columns in INDEXES.items():
        op.create_index(name, "assignments", columns)
    _create_progress()
    for column in _guidance_columns():
        op.add_column("guidance", column)
    _fill_guidance()
    _create_conventions()
    _create_integration_plans()
    _create_integration_activities()


def downgrade() -> None:
    op.drop_table("integration_activities")
    op.drop_table("integration_plans")
    op.drop_table("village_conventions")
    op.execute("UPDATE guidance SET state = 'replaced' WHERE state = 'withdrawn'")
    for column in _guidance_columns():
        op.drop_column("guidance", column.name)
    op.drop_table("assignment_progress")
    for name in INDEXES:
        op.drop_index(name, "assignments")
    op.execute("DELETE FROM history WHERE id LIKE 'stp_00%'")
    op.execute("UPDATE assignments SET state = COALESCE(answer, 'proposed')")
    for column in _assignment_columns():
        op.drop_column("assignments", column.name)


def _assignment_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("path", sa.String(64), nullable=False, server_default=""),
        sa.Column("root_id", sa.String(64), nullable=False, server_default=""),
        sa.Column("parent_id", sa.String(64)),
        sa.Column("proposed_by", sa.String(80), nullable=False, server_default=""),
        sa.Column("replaces_id", sa.String(64)),
        sa.Column("replaced_by_id", sa.String(64)),
        sa.Column("answer", sa.String(20)),
        sa.Column("minutes_ref", sa.String(200)),
        sa.Column("stands_since", sa.Date(), nullable=False, server_default="1970-01-01"),
        sa.Column("result", sa.Text()),
        sa.Column("achieved", sa.Integer()),
        sa.Column("planned", sa.Integer()),
        sa.Column("completed_on", sa.Date()),
        sa.Column("accepted_on", sa.Date()),
    ]


def _fill_assignments() -> None:
    # Every earlier proposal was made by the chair of a consultation whose minutes existed.
    op.execute(
        "UPDATE assignments SET root_id = id, "
        "proposed_by = (SELECT chair_org FROM consultations WHERE consultations.id = consultation_id), "
        "minutes_ref = (SELECT minutes_ref FROM consultations WHERE consultations.id = consultation_id), "
        "stands_since = COALESCE(answered_on, proposed_on), "
        "answer = CASE WHEN state = 'proposed' THEN NULL ELSE state END"
    )
    op.execute("UPDATE assignments SET state = 'consulted' WHERE state = 'proposed'")


def _fill_paths() -> None:
    table = sa.table(
        "assignments", sa.column("unit_code"), sa.column("proposed_on", sa.Date()), sa.column("path")
    )
    connection = op.get_bind()
    found = connection.execute(sa.select(table.c.unit_code, table.c.proposed_on).distinct()).all()
    for code, day in found:
        same = (table.c.unit_code == code, table.c.proposed_on == day)
        connection.execute(sa.update(table).where(*same).values(path=Place.on(code, day).path))


def _fill_history() -> None:
    # Ids that sort before every other, so that the history of an object keeps its order.
    op.execute(
        'INSERT INTO history (id, object_id, step, state, body, "on", recorded_at, reason) '
        "SELECT 'stp_00a' || id, id, 'propose_responsibility', 'consulted', proposed_by, proposed_on, "
        "recorded_at, NULL FROM assignments"
    )
    op.execute(
        'INSERT INTO history (id, object_id, step, state, body, "on", recorded_at, reason) '
        "SELECT 'stp_00b' || id, id, CASE WHEN answer = 'agreed' THEN 'agree_responsibility' "
        "ELSE 'decline_responsibility' END, answer, assignee, answered_on, recorded_at, reason "
        "FROM assignments WHERE answer IS NOT NULL"
    )


def _create_progress() -> None:
    op.create_table(
        "assignment_progress",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("assignment_id", sa.String(64), sa.ForeignKey("assignments.id"), nullable=False),
        sa.Column("body", sa.String(80), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("achieved", sa.Integer()),
        sa.Column("planned", sa.Integer()),
        sa.Column("final", sa.Boolean(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_assignment_progress_assignment_id", "assignment_progress", ["assignment_id"])


def _guidance_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("content_kind", sa.String(20)),
        sa.Column("content", sa.JSON()),
        sa.Column("coord_orgs", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("addressees", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("replaced_by_id", sa.String(64)),
        sa.Column("withdrawn_on", sa.Date()),
        sa.Column("reason", sa.Text()),
    ]


def _fill_guidance() -> None:
    op.execute(
        "UPDATE guidance SET replaced_by_id = "
        "(SELECT newer.id FROM guidance AS newer WHERE newer.replaces_id = guidance.id)"
    )


def _create_conventions() -> None:
    op.create_table(
        "village_conventions",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("guidance_id", sa.String(64), sa.ForeignKey("guidance.id"), nullable=False),
        sa.Column("kdc_id", sa.String(16), nullable=False),
        sa.Column("path", sa.String(64), nullable=False),
        sa.Column("text_ref", sa.String(500), nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=False),
        sa.Column("approved_by", sa.String(80), nullable=False),
    )
    for column in ("guidance_id", "kdc_id"):
        op.create_index(f"ix_village_conventions_{column}", "village_conventions", [column])


def _create_integration_plans() -> None:
    op.create_table(
        "integration_plans",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("movement_code", sa.String(12), nullable=False),
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("path", sa.String(64), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("end_on", sa.Date(), nullable=False),
        sa.Column("advised_by", sa.String(80), nullable=False),
        sa.Column("advised_on", sa.Date(), nullable=False),
        sa.Column("stands_since", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("decided_by", sa.String(80)),
        sa.Column("decided_on", sa.Date()),
        sa.Column("reason", sa.Text()),
        sa.Column("guidance_id", sa.String(64)),
    )
    op.create_index("ix_integration_plans_advised_by", "integration_plans", ["advised_by"])


def _create_integration_activities() -> None:
    op.create_table(
        "integration_activities",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("plan_id", sa.String(64), sa.ForeignKey("integration_plans.id"), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("content_codes", sa.JSON(), nullable=False),
        sa.Column("unit_code", sa.String(16), nullable=False),
        sa.Column("path", sa.String(64), nullable=False),
        sa.Column("lead_org", sa.String(80), nullable=False),
        sa.Column("coord_orgs", sa.JSON(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("end_on", sa.Date(), nullable=False),
    )
    for column in ("plan_id", "unit_code"):
        op.create_index(f"ix_integration_activities_{column}", "integration_activities", [column])
