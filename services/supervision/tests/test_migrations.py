from pathlib import Path

from sqlalchemy import inspect

from shared import migrating
from shared.database import Database
from supervision.service import service


def test_the_revisions_make_the_declared_tables_and_undo_them(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'supervision.db'}")
    migrating.migrate(database, service)
    assert migrating.differences(database, service) is None
    migrating.downgrade(database, service)
    assert set(inspect(database.engine).get_table_names()).isdisjoint(service.tables.tables)
