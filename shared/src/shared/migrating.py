"""Bringing a service's database to the newest form, by Alembic."""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection

import shared.partial_indexes  # noqa: F401 - with it the tables are complete
from shared.database import Database
from shared.service import Service
from shared.tables import metadata


def migrate(database: Database, service: Service) -> None:
    """Run every revision of the chassis and of the service that has not run yet."""
    with database.sole_transaction() as connection:
        command.upgrade(configuration(service, connection), "heads")


def downgrade(database: Database, service: Service) -> None:
    """Undo every revision; for tests of the revisions themselves."""
    with database.sole_transaction() as connection:
        command.downgrade(configuration(service, connection), "base")


def differences(database: Database, service: Service) -> str | None:
    """Say how the migrated database differs from the declared tables; None where it does not."""
    with database.sole_transaction() as connection:
        try:
            command.check(configuration(service, connection))
        except CommandError as found:
            return str(found)
    return None


def configuration(service: Service, connection: Connection) -> Config:
    """Alembic's configuration for two histories: the chassis's and the service's own."""
    package, _, folder = service.migrations.partition(":")
    own = files(package).joinpath(folder)
    config = Config()
    config.set_main_option("script_location", str(files("shared").joinpath("migrations")))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", f"{files('shared').joinpath('migrations/versions')}\n{own}")
    config.attributes["connection"] = connection
    config.attributes["tables"] = [metadata, service.tables]
    return config
