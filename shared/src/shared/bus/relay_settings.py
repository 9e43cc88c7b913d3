"""What a relay needs of the settings, read without pydantic, which would take 12 MB of each relay.

`shared.settings.Settings` documents them all; a test compares what both read.
"""

import os
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Self

from shared.session_limits import SessionLimits
from shared.signing import REGISTRY, SigningKey

LOG_FORMATS = ("json", "readable")


@dataclass(frozen=True)
class RelaySettings:
    """Settings of a relay; addresses hold passwords and are not shown."""

    amqp_url: str = field(default="amqp://guest:guest@127.0.0.1:5672/", repr=False)
    database_url: str = field(default="sqlite:///var/data/service.db", repr=False)
    database_connect_seconds: str = "10"
    database_lock_seconds: str = "10"
    database_statement_seconds: str = "30"
    database_idle_seconds: str = "60"
    database_keepalive_seconds: str = "30"
    broker_topology: str = "made"
    var_dir: str = "var"
    keys_dir: str = "var/keys"
    service_keys_dir: str = "var/service-keys"
    log_format: str = "json"
    log_level: str = "INFO"

    def __post_init__(self) -> None:
        """Refuse what no process could log with. Raises ValueError."""
        if self.log_format not in LOG_FORMATS:
            message = f"LOG_FORMAT must be one of {', '.join(LOG_FORMATS)}"
            raise ValueError(message)

    @classmethod
    def of_environment(cls) -> Self:
        """Read the environment; the variable of a setting is its name in capitals. Raises ValueError."""
        names = {each.name: each.name.upper() for each in fields(cls)}
        return cls(**{name: os.environ[key] for name, key in names.items() if key in os.environ})

    @property
    def session_limits(self) -> SessionLimits:
        """What a session on PostgreSQL may take. Raises ValueError."""
        return SessionLimits(
            int(self.database_connect_seconds),
            int(self.database_lock_seconds),
            int(self.database_statement_seconds),
            int(self.database_idle_seconds),
            int(self.database_keepalive_seconds),
        )

    def database_address(self, service: str) -> str:
        """The address of a service's database; `{service}` in the setting stands for its name."""
        return self.database_url.format(service=service)

    def signing_key(self, service: str) -> SigningKey | None:
        """Return the service's key; None where there is none, and nobody has keys.

        Raises OSError where others would not believe what is not signed, KeyUnusable.
        """
        try:
            return SigningKey.load(Path(self.service_keys_dir), service)
        except FileNotFoundError:
            if self.broker_topology == "given" or (Path(self.keys_dir) / REGISTRY).exists():
                raise
            return None
