from pathlib import Path

from sqlalchemy import inspect

from shared.database import Database
from shared.example import service
from shared.migrating import differences, downgrade, migrate


def test_the_revisions_make_the_declared_tables_and_can_be_undone(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/example.db")
    migrate(database, service)
    assert differences(database, service) is None
    migrate(database, service)
    downgrade(database, service)
    assert inspect(database.engine).get_table_names() == ["alembic_version"]


def test_a_missing_table_is_noticed(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/example.db")
    migrate(database, service)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE example_heard")
    assert differences(database, service) is not None
