"""What the service knew before responsibilities could be carried out is carried over."""

from pathlib import Path

from alembic import command
from sqlalchemy import text

from campaigns.service import service
from shared import migrating
from shared.database import Database

CAMPAIGN = (
    "INSERT INTO campaigns VALUES ('cmp_1','C','C','19','btt-mttq-tinh','2017-06-16','2017-06-16',"
    "'2020-12-31','[]','[]','launched','2017-06-16')"
)
CONSULTATION = (
    "INSERT INTO consultations VALUES ('con_1','cmp_1','btt-mttq-tinh','19','[]','[]','2017-06-16',"
    "'concluded','01/BB','2017-06-16','2017-06-16')"
)
ASSIGNMENT = (
    "INSERT INTO assignments (id, consultation_id, assignee, kind, duty_id, unit_code, due_on, "
    "proposed_on, state, reason, answered_on, recorded_at) VALUES (:id, 'con_1', 'hnd-tinh', 'model', "
    "'II.3a-b', '19', '2017-12-31', '2017-06-16', :state, :reason, :answered, '2017-06-16')"
)
ASSIGNMENTS = [
    {"id": f"asg_{state}", "state": state, "reason": reason, "answered": answered}
    for state, reason, answered in [
        ("proposed", None, None),
        ("agreed", None, "2017-06-20"),
        ("declined", "Thiếu người", "2017-06-21"),
    ]
]
SHOWN = (
    "SELECT id, state, answer, proposed_by, minutes_ref, path, root_id, stands_since "
    "FROM assignments ORDER BY id"
)
STEPS = "SELECT object_id, state, body FROM history ORDER BY id"


def test_old_responsibilities_keep_their_answers_and_gain_their_history(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'campaigns.db'}")
    with database.engine.execution_options(write=True).begin() as connection:
        command.upgrade(migrating.configuration(service, connection), "campaigns_0002")
        for row in (CAMPAIGN, CONSULTATION):
            connection.execute(text(row))
        connection.execute(text(ASSIGNMENT), ASSIGNMENTS)
    migrating.migrate(database, service)
    with database.engine.begin() as connection:
        shown = [tuple(row) for row in connection.execute(text(SHOWN))]
        steps = [tuple(row) for row in connection.execute(text(STEPS))]
    common = ("btt-mttq-tinh", "01/BB", "/19/")
    assert shown == [
        ("asg_agreed", "agreed", "agreed", *common, "asg_agreed", "2017-06-20"),
        ("asg_declined", "declined", "declined", *common, "asg_declined", "2017-06-21"),
        ("asg_proposed", "consulted", None, *common, "asg_proposed", "2017-06-16"),
    ]
    assert steps == [
        *((f"asg_{each}", "consulted", "btt-mttq-tinh") for each in ("agreed", "declined", "proposed")),
        ("asg_agreed", "agreed", "hnd-tinh"),
        ("asg_declined", "declined", "hnd-tinh"),
    ]
