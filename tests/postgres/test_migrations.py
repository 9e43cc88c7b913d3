from importlib import import_module

import pytest
from sqlalchemy import inspect

from contracts import catalogue
from shared.database import Database
from shared.migrating import differences, downgrade, migrate

MODULES = ["shared.example", *(f"{name}.service" for name in catalogue.services())]


@pytest.mark.parametrize("module", MODULES)
def test_every_revision_makes_the_declared_tables_and_can_be_undone(module: str, empty: str) -> None:
    database, service = Database(empty), import_module(module).service
    migrate(database, service)
    assert differences(database, service) is None
    migrate(database, service)
    downgrade(database, service)
    assert inspect(database.engine).get_table_names() == ["alembic_version"]
    migrate(database, service)
    assert differences(database, service) is None
    database.engine.dispose()
