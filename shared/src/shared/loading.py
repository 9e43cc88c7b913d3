"""Finding a service by the name of its module, as processes are started with it."""

from importlib import import_module

from shared.bus.doorbell import doorbell_of
from shared.chassis import with_chassis
from shared.database import Database
from shared.service import Service
from shared.settings import Settings


def load(module: str) -> Service:
    """Return the `service` of a module such as `funds.service`, with what the chassis adds.

    Raises TypeError.
    """
    found = import_module(module).service
    if not isinstance(found, Service):
        message = f"{module}.service is not a Service"
        raise TypeError(message)
    return with_chassis(found)


def database_of(service: Service, settings: Settings) -> Database:
    """The service's database, which rings its relay's bell; `{service}` in the address is its name."""
    bell = doorbell_of(service.name, settings.var_dir)
    return Database(settings.database_address(service.name), bell, settings.session_limits)
